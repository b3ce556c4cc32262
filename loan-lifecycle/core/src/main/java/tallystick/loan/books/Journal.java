package tallystick.loan.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event moves in the books.
 *
 * @param loan null where it is not about one loan
 * @param knownAt when the event happened; what was known at an instant is every journal up to it
 * @param cause the event's id
 */
record Journal(
        @Nullable String loan, LocalDate date, Instant knownAt, String cause, String event, List<Posting> postings) {
    String id() {
        return "journal-" + cause.replace('/', '.');
    }

    Journal notBefore(LocalDate open) {
        return date.isBefore(open) ? new Journal(loan, open, knownAt, cause, event, postings) : this;
    }
}
