package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.LoanPositions;
import tallystick.loan.api.LoanPositions.Position;
import tallystick.loan.api.LoanSchedules;
import tallystick.loan.engine.Statement;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/**
 * A loan as one bank keeps it: the whole where it paid it out alone, else the share that it lends.
 *
 * @param books whose share it is
 * @param lenders among whom the loan is split
 */
record Kept(Loan loan, BankId bank, BooksId books, List<Lender> lenders) {
    /** By every bank that does. What came from elsewhere is kept where a lender is named. */
    static List<Kept> of(Loan loan) {
        var payees = loan.booked().payees();
        if (!payees.isEmpty() && payees.stream().allMatch(payee -> payee.bank() == null)) {
            return List.of(whole(loan));
        }
        var funding = loan.booked().funding();
        return funding == null
                ? List.of()
                : funding.lenders().stream()
                        .filter(lender ->
                                lender.bank() != null || !lender.books().equals(BooksId.OWN))
                        .filter(lender -> lender.principal().signum() > 0)
                        .map(lender -> new Kept(loan, bank(lender), lender.books(), funding.lenders()))
                        .toList();
    }

    static Kept whole(Loan loan) {
        return new Kept(loan, loan.booked().bank(), BooksId.OWN, Funding.OWN.lenders());
    }

    /** A bank's books are called after it. */
    private static BankId bank(Lender lender) {
        var bank = lender.bank();
        return bank == null ? new BankId(lender.books().entity()) : bank;
    }

    LoanSchedules.Schedule schedule(int version) {
        var last = Standing.of(loan).atLast();
        return new LoanSchedules.Schedule(loan.id(), bank, version, principal(last), rows(last));
    }

    private List<LoanSchedules.Row> rows(Statement now) {
        var principal = RowShares.of(Component.PRINCIPAL, now, lenders);
        var interest = RowShares.of(Component.INTEREST, now, lenders);
        var fees = RowShares.of(Component.FEES, now, lenders);
        var penalties = RowShares.of(Component.PENALTIES, now, lenders);
        var rows = new ArrayList<LoanSchedules.Row>();
        for (var i = 0; i < now.rows().size(); i++) {
            var row = now.rows().get(i).row();
            rows.add(new LoanSchedules.Row(
                    row.nr(),
                    row.due(),
                    principal.of(i, books),
                    interest.of(i, books),
                    fees.of(i, books).plus(penalties.of(i, books))));
        }
        return rows;
    }

    /** At the end of a day, by what was so then: what was paid off since was not paid off then. */
    Position on(LocalDate day) {
        if (!isOut(day)) {
            return none(loan);
        }
        var now = Standing.of(loan).on(day);
        return new Position(
                loan.id(),
                principal(now),
                interest(now),
                Lateness.days(now),
                now.outstanding().principalUnits() > 0
                        ? LoanPositions.Standing.ACTIVE
                        : LoanPositions.Standing.PAID_OFF);
    }

    static Position none(Loan loan) {
        return new Position(loan.id(), loan.zero(), loan.zero(), 0, LoanPositions.Standing.NONE);
    }

    private boolean isOut(LocalDate day) {
        var since = loan.activeSince();
        return switch (loan.state()) {
            case ACTIVE, PARTLY_PAID_OUT, PAID_OFF, WITHDRAWN -> since == null || !since.isAfter(day);
            case BOOKED, PAYING_OUT, CANCELLED, SOLD -> false;
        };
    }

    private Money principal(Statement now) {
        return part(Component.PRINCIPAL, 0, now.outstanding().principalUnits());
    }

    /** As rows are split: what is to come lies below what is due. */
    private Money interest(Statement now) {
        var toCome = now.rows().stream()
                .filter(row -> row.row().due().isAfter(now.asOf()))
                .mapToLong(row -> row.outstanding().interestUnits())
                .sum();
        return part(Component.INTEREST, toCome, toCome + now.outstanding().interestUnits());
    }

    private Money part(Component component, long from, long to) {
        var split = Bands.of(Owners.parts(lenders, component)).between(from, to);
        return Money.ofMinor(loan.zero().currency(), split.getOrDefault(books.value(), 0L));
    }
}
