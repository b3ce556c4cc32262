package tallystick.loan.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A journal before it is known whose books it is in.
 *
 * @param postings by what the loan's owners are when its turn comes
 */
record Draft(
        @Nullable String loan,
        LocalDate date,
        Instant knownAt,
        String cause,
        String event,
        Function<LoanShares, List<Posting>> postings) {
    Journal in(LoanShares shares) {
        return new Journal(loan, date, knownAt, cause, event, postings.apply(shares));
    }
}
