package tallystick.loan.servicing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.Parts;

/**
 * What a guarantor has paid in the borrower's place, and is owed instead of the lenders.
 *
 * @param claim by which change it was paid
 * @param rows of the schedule; empty for the whole loan
 * @param annualRate as the guarantee says; nothing is asked for it
 * @param accounting how the books saw the loan then
 */
record Subrogation(
        String claim,
        BooksId guarantor,
        List<Integer> rows,
        Parts parts,
        @Nullable Rate annualRate,
        @Nullable Accounting accounting) {
    Subrogation {
        rows = List.copyOf(rows);
    }

    static Subrogation of(GuaranteePaid e) {
        return new Subrogation(e.claim(), e.guarantor(), e.rows(), e.parts(), e.annualRate(), e.accounting());
    }
}
