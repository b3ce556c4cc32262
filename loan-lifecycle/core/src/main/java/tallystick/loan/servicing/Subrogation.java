package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.engine.Fact;

/**
 * What a guarantor has paid in the borrower's place, and is owed instead of the lenders.
 *
 * @param claim by which change it was paid
 * @param rows of the schedule; empty for the whole loan
 * @param annualRate what it bears instead of the contract's interest; null where it bears what the contract asks for
 * @param accounting how the books saw the loan then
 * @param borne the interest that was told so far
 */
record Subrogation(
        String claim,
        BooksId guarantor,
        List<Integer> rows,
        Parts parts,
        @Nullable Rate annualRate,
        LocalDate date,
        Instant at,
        @Nullable Accounting accounting,
        Money borne) {
    Subrogation {
        rows = List.copyOf(rows);
    }

    static Subrogation of(GuaranteePaid e) {
        var nothing = Money.zero(e.parts().principal().currency());
        return new Subrogation(
                e.claim(),
                e.guarantor(),
                e.rows(),
                e.parts(),
                e.annualRate(),
                e.valueDate(),
                e.at(),
                e.accounting(),
                nothing);
    }

    Subrogation bearing(Money more) {
        return new Subrogation(claim, guarantor, rows, parts, annualRate, date, at, accounting, borne.plus(more));
    }

    boolean isOfAll() {
        return rows.isEmpty();
    }

    String id() {
        return "claim-" + claim;
    }

    /** None where it bears nothing of its own. */
    Optional<Fact> fact() {
        return annualRate == null
                ? Optional.empty()
                : Optional.of(new Fact.Claim(id(), date, rows, Standing.parts(parts), annualRate));
    }
}
