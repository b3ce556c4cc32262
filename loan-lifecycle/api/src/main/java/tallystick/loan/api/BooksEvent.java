package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;

/** Everything that can happen to a set of books beside its journals. Stored for ever: add, never rename or move. */
public sealed interface BooksEvent {
    BooksId books();

    /** No journal is dated up to this day any more; what is to be corrected is booked in the open period. */
    record PeriodClosed(BooksId books, LocalDate through, String by, Instant at) implements BooksEvent {}
}
