package tallystick.loan.servicing;

import java.util.List;
import java.util.stream.Stream;
import tallystick.kernel.Money;
import tallystick.loan.accruals.AccrualPlan;
import tallystick.loan.accruals.AccrualPlan.Span;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.engine.Statement;

/**
 * When the interest of a loan is earned: row by row while it accrues. A loan that does not accrue, or that has ended, has
 * earned what was paid, on the days it was paid.
 */
final class Earnings {
    private Earnings() {}

    /** Ours of it: what other lenders earn they count themselves. */
    static AccrualPlan of(Loan loan, Statement now) {
        var all = whole(loan, now);
        var funding = loan.booked().funding();
        if (funding == null) {
            return all;
        }
        var ours = all.part(total -> Owning.ours(funding, total) - Owning.ours(funding, 0));
        var kept = Owning.ours(funding, 0);
        return kept == 0 ? ours : ours.and(Span.on(loan.booked().bookingDate(), kept));
    }

    static AccrualPlan whole(Loan loan, Statement now) {
        var goesOn = loan.state() == LoanState.ACTIVE || loan.state() == LoanState.SOLD;
        return goesOn && loan.care().accruing() ? byRow(loan, now) : asPaid(loan);
    }

    private static AccrualPlan byRow(Loan loan, Statement now) {
        var rows = now.rows().stream()
                .map(row -> row.row())
                .filter(row -> !row.interest().isZero() && row.from().isBefore(row.due()))
                .map(row -> new Span(row.from(), row.due(), units(row.interest())));
        return new AccrualPlan(Stream.of(rows, capitalized(loan), planned(now))
                .flatMap(spans -> spans)
                .toList());
    }

    /** What a contract makes principal is earned on that day at the latest. */
    private static Stream<Span> planned(Statement now) {
        return now.capitalized().stream().map(row -> Span.on(row.due(), units(row.balance())));
    }

    /** Of a loan that does not accrue what was told. */
    private static Stream<Span> told(Loan loan) {
        return loan.transactions().stream()
                .filter(moved -> moved.type() == Transaction.Type.CAPITALIZATION)
                .map(moved -> Span.on(moved.valueDate(), units(moved.amount())));
    }

    private static AccrualPlan asPaid(Loan loan) {
        var paid = loan.transactions().stream()
                .filter(moved -> moved.type() == Transaction.Type.REPAYMENT && moved.reversedBy() == null)
                .flatMap(moved -> span(moved).stream());
        return new AccrualPlan(Stream.of(paid, capitalized(loan), told(loan))
                .flatMap(spans -> spans)
                .toList());
    }

    /** What became principal has left its rows: it is earned on the day of the change at the latest. */
    private static Stream<Span> capitalized(Loan loan) {
        return loan.revisions().stream()
                .filter(revision -> !revision.capitalized().interest().isZero())
                .map(revision ->
                        Span.on(revision.date(), units(revision.capitalized().interest())));
    }

    private static List<Span> span(Transaction moved) {
        Parts parts = moved.parts();
        return parts == null || parts.interest().isZero()
                ? List.of()
                : List.of(Span.on(moved.valueDate(), units(parts.interest())));
    }

    private static long units(Money money) {
        return money.minorUnits().longValueExact();
    }
}
