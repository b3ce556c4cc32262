package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import tallystick.kernel.Addressed;

/** What one may ask of a set of books. A repeat of the same command does nothing. */
public sealed interface BooksCommand extends Addressed {
    @Override
    BooksId target();

    /**
     * Ends the period that is open.
     *
     * @param through its last day
     * @param today the earliest day on which any jurisdiction books now
     */
    record ClosePeriod(BooksId target, LocalDate through, LocalDate today, String by, Instant at)
            implements BooksCommand {}
}
