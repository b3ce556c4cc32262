package tallystick.loan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
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

    /** The same, and what a late row costs. */
    static List<ImportLoan> chargingLateFees(int count, LocalDate start, Terms.LateFee lateFee) {
        return IntStream.range(0, count)
                .mapToObj(i -> loan("loan-p" + i, start, start.plusMonths(1), 12, List.of(), "12000.00", lateFee))
                .toList();
    }

    /** The same, but all of them are lent by several: the bank alone, or each its share. */
    static List<ImportLoan> lentByOthers(List<ImportLoan> loans) {
        return loans.stream()
                .map(loan -> new ImportLoan(
                        loan.target(),
                        loan.portfolio(),
                        loan.reference(),
                        loan.application(),
                        loan.borrower(),
                        loan.product(),
                        loan.productVersion(),
                        loan.jurisdiction(),
                        loan.bank(),
                        loan.terms(),
                        loan.allocation(),
                        loan.history(),
                        loan.outstanding(),
                        loan.bookingDate(),
                        loan.by(),
                        loan.at(),
                        loan.target().value().hashCode() % 2 == 0 ? coLent() : facilitated()))
                .toList();
    }

    private static Funding coLent() {
        return new Funding(
                Funding.Model.CO_LENT,
                BooksId.OWN,
                List.of(
                        Lender.of(BooksId.of("harbour"), null, new BigDecimal("0.6667")),
                        Lender.of(BooksId.OWN, null, new BigDecimal("0.3333"))),
                List.of());
    }

    private static Funding facilitated() {
        var one = BigDecimal.ONE;
        var none = BigDecimal.ZERO;
        var bank = new Lender(BooksId.of("harbour"), null, one, new BigDecimal("0.85"), none, one);
        var us = new Lender(BooksId.OWN, null, none, new BigDecimal("0.15"), one, none);
        return new Funding(Funding.Model.FACILITATED, BooksId.of("harbour"), List.of(bank, us), List.of());
    }

    /** Loans whose first row falls due on a day. */
    public static List<ImportLoan> dueOn(int count, LocalDate firstDue) {
        return IntStream.range(0, count)
                .mapToObj(i -> loan("loan-p" + i, firstDue.minusMonths(1), firstDue, 12, List.of(), "12000.00"))
                .toList();
    }

    static ImportLoan loan(
            String id, LocalDate start, LocalDate firstDue, int count, List<PaidBefore> history, String outstanding) {
        return loan(id, start, firstDue, count, history, outstanding, null);
    }

    private static ImportLoan loan(
            String id,
            LocalDate start,
            LocalDate firstDue,
            int count,
            List<PaidBefore> history,
            String outstanding,
            Terms.@Nullable LateFee lateFee) {
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
                "1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                lateFee);
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
