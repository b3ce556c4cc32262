package tallystick.loan;

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
import tallystick.loan.api.PaidBefore;
import tallystick.loan.api.Terms;

/** Running loans for tests: CNY 12,000.00 over some months at 12 %, taken over without a bank. */
public final class Portfolio {
    private Portfolio() {}

    static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    static List<ImportLoan> loans(int count, LocalDate start) {
        return IntStream.range(0, count)
                .mapToObj(i -> loan("loan-p" + i, start, start.plusMonths(1), 12, List.of(), "12000.00"))
                .toList();
    }

    /** Loans whose first row falls due on a day. */
    public static List<ImportLoan> dueOn(int count, LocalDate firstDue) {
        return IntStream.range(0, count)
                .mapToObj(i -> loan("loan-p" + i, firstDue.minusMonths(1), firstDue, 12, List.of(), "12000.00"))
                .toList();
    }

    static ImportLoan loan(
            String id, LocalDate start, LocalDate firstDue, int count, List<PaidBefore> history, String outstanding) {
        var terms = new Terms(
                cny("12000.00"),
                Rate.of("0.12"),
                Terms.Method.DECLINING,
                Terms.Amortization.EQUAL_INSTALLMENTS,
                Terms.InterestPeriod.DAILY,
                "ACT/365",
                "P1M",
                count,
                firstDue,
                null,
                null,
                List.of(new Terms.Disbursement(start, cny("12000.00"))),
                null,
                List.of(),
                null,
                null,
                null,
                "1");
        return new ImportLoan(
                new LoanId(id),
                "test",
                id,
                new ApplicationId("app-" + id),
                new PartyId("party-" + id),
                ProductId.named("cash-loan"),
                1,
                "CN",
                new BankId("sandbox"),
                terms,
                new Allocation(
                        List.of("PENALTY_FEE_INTEREST_PRINCIPAL"), Allocation.Across.ROWS, Allocation.Future.NEXT_ROW),
                history,
                cny(outstanding),
                start,
                "test",
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
