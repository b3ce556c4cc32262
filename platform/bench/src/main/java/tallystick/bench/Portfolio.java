package tallystick.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.LoanCommand.ImportLoan;
import tallystick.loan.api.Terms;

/**
 * Running loans of CNY 12,000.00 over a year. A thirtieth of them is due on each third day, and late on the day after, since
 * nobody pays; on the day after that there is nothing to do. Two in a hundred are late from the start.
 */
final class Portfolio {
    private static final Allocation ALLOCATION = new Allocation(
            List.of("PENALTY_FEE_INTEREST_PRINCIPAL"), Allocation.Across.ROWS, Allocation.Future.NEXT_ROW);
    private static final Money PRINCIPAL = Money.of("CNY", "12000.00");

    private Portfolio() {}

    /** @param day that is closed first; what fell due before it is late */
    static List<ImportLoan> loans(int from, int to, LocalDate day, Instant now) {
        return IntStream.range(from, to).mapToObj(nr -> loan(nr, day, now)).toList();
    }

    private static ImportLoan loan(int nr, LocalDate day, Instant now) {
        var late = nr % 50 == 0;
        var firstDue = late ? day.minusDays(1) : day.plusDays(3L * (nr % 30));
        var start = firstDue.minusMonths(1);
        return new ImportLoan(
                new LoanId("loan-b" + nr),
                "bench",
                Integer.toString(nr),
                new ApplicationId("app-b" + nr),
                new PartyId("party-b" + nr),
                ProductId.named("cash-loan"),
                1,
                "CN",
                new BankId("sandbox"),
                terms(start, firstDue),
                ALLOCATION,
                List.of(),
                PRINCIPAL,
                day,
                "bench",
                now);
    }

    private static Terms terms(LocalDate start, LocalDate firstDue) {
        return new Terms(
                PRINCIPAL,
                Rate.of("0.12"),
                Terms.Method.DECLINING,
                Terms.Amortization.EQUAL_INSTALLMENTS,
                Terms.InterestPeriod.DAILY,
                "ACT/365",
                "P1M",
                12,
                firstDue,
                null,
                null,
                List.of(new Terms.Disbursement(start, PRINCIPAL)),
                null,
                List.of(),
                null,
                null,
                null,
                "1");
    }
}
