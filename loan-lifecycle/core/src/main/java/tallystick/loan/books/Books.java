package tallystick.loan.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.BooksId;

/**
 * A set of books beside its journals.
 *
 * @param closedThrough the last day of the last closed period; null before the first
 */
public record Books(BooksId id, @Nullable LocalDate closedThrough) {
    /** Whether a day takes no entries any more. */
    public boolean isClosed(LocalDate day) {
        return closedThrough != null && !day.isAfter(closedThrough);
    }
}
