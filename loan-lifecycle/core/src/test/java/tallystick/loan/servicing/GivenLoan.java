package tallystick.loan.servicing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.LoanCommand;
import tallystick.loan.api.LoanCommand.*;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.PaidBefore;
import tallystick.loan.api.Payee;
import tallystick.loan.api.Source;
import tallystick.loan.api.Terms;

/** A loan of CNY 12,000.00 over three months at 12 %, and what happens to it. */
final class GivenLoan {
    static final LoanId LOAN = new LoanId("loan-1");
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final BooksId GUARANTOR = BooksId.of("union");
    static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final Allocation ALLOCATION = new Allocation(
            List.of("PENALTY_FEE_INTEREST_PRINCIPAL"), Allocation.Across.ROWS, Allocation.Future.NEXT_ROW);

    private final List<LoanEvent> happened = new ArrayList<>();
    private @Nullable Loan loan;

    static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    static GivenLoan nothing() {
        return new GivenLoan();
    }

    static GivenLoan active() {
        var given = booked();
        given.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        return given;
    }

    static GivenLoan booked() {
        return booked(List.of(payee()));
    }

    static GivenLoan booked(List<Payee> payees) {
        return booked(terms(), payees, null);
    }

    /** One that several lend. */
    static GivenLoan booked(Money amount, Funding funding) {
        return booked(terms(amount), List.of(new Payee(1, payee().account(), amount, "CUSTOMER")), funding);
    }

    /** One that pays 50.00 each month, so that interest becomes principal; the last row pays the rest. */
    static GivenLoan growing() {
        return active(with(Terms.Amortization.FIXED_INSTALLMENT, cny("50.00"), true, null));
    }

    /** One that charges late fees. */
    static GivenLoan charging(Terms.LateFee lateFee) {
        return active(with(Terms.Amortization.EQUAL_INSTALLMENTS, null, null, lateFee));
    }

    private static Terms with(
            Terms.Amortization amortization,
            @Nullable Money installment,
            @Nullable Boolean negativeAmortization,
            Terms.@Nullable LateFee lateFee) {
        var agreed = terms();
        return new Terms(
                agreed.principal(),
                agreed.annualRate(),
                agreed.method(),
                amortization,
                agreed.interestPeriod(),
                agreed.dayCount(),
                agreed.every(),
                agreed.count(),
                agreed.firstDueDate(),
                null,
                null,
                agreed.disbursements(),
                null,
                List.of(),
                null,
                null,
                null,
                agreed.engine(),
                null,
                null,
                null,
                installment,
                null,
                null,
                negativeAmortization,
                lateFee);
    }

    private static GivenLoan active(Terms terms) {
        var given = booked(terms, List.of(payee()), null);
        given.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        return given;
    }

    private static GivenLoan booked(Terms terms, List<Payee> payees, @Nullable Funding funding) {
        var given = new GivenLoan();
        given.when(new BookLoan(
                LOAN,
                new ApplicationId("app-1"),
                new PartyId("party-1"),
                ProductId.named("cash-loan"),
                1,
                "CN",
                new BankId("sandbox"),
                terms,
                ALLOCATION,
                payees,
                START,
                NOW,
                funding,
                List.of(GUARANTOR),
                null));
        return given;
    }

    private static Payee payee() {
        return payee("one");
    }

    static Payee payee(String number) {
        var account = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, number.getBytes(StandardCharsets.UTF_8));
        return new Payee(1, account, cny("12000.00"), "CUSTOMER");
    }

    private static Terms terms() {
        return terms(cny("12000.00"));
    }

    private static Terms terms(Money principal) {
        return new Terms(
                principal,
                Rate.of("0.12"),
                Terms.Method.DECLINING,
                Terms.Amortization.EQUAL_INSTALLMENTS,
                Terms.InterestPeriod.DAILY,
                "ACT/365",
                "P1M",
                3,
                LocalDate.parse("2026-02-01"),
                null,
                null,
                List.of(new Terms.Disbursement(START, principal)),
                null,
                List.of(),
                null,
                null,
                null,
                "1");
    }

    List<LoanEvent> when(LoanCommand command) {
        var events = Deciding.decide(command, loan);
        events.forEach(event -> loan = Telling.after(loan, event));
        happened.addAll(events);
        return events;
    }

    List<LoanEvent> closes(String date) {
        return when(new CloseLoanDay(LOAN, LocalDate.parse(date), 90, NOW));
    }

    List<LoanEvent> repaid(String reference, String date, String amount) {
        var day = LocalDate.parse(date);
        return when(new ReceiveRepayment(
                LOAN, cny(amount), day, day, Source.BANK_CALLBACK, reference, null, null, "ann", NOW));
    }

    List<LoanEvent> imports(String paid, String outstanding) {
        return imports(paid, outstanding, null);
    }

    List<LoanEvent> imports(String paid, String outstanding, @Nullable Funding funding) {
        return when(new ImportLoan(
                LOAN,
                "old",
                "old-1",
                new ApplicationId("app-1"),
                new PartyId("party-1"),
                ProductId.named("cash-loan"),
                1,
                "CN",
                new BankId("sandbox"),
                terms(),
                ALLOCATION,
                List.of(new PaidBefore(LocalDate.parse("2026-02-01"), cny(paid))),
                cny(outstanding),
                START,
                "ann",
                NOW,
                funding));
    }

    Loan loan() {
        return Objects.requireNonNull(loan);
    }

    List<LoanEvent> happened() {
        return List.copyOf(happened);
    }

    LoanEvent last() {
        return happened.getLast();
    }
}
