package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.Bucket;
import tallystick.loan.api.LoanCommand;
import tallystick.loan.api.LoanCommand.*;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.*;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.Payee;
import tallystick.loan.api.Source;
import tallystick.loan.api.Terms;

/** What may happen to a loan of CNY 12,000 over three months, and what it says when something may not. */
class LoanTest {
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private final List<LoanEvent> happened = new ArrayList<>();
    private @Nullable Loan loan;

    private List<LoanEvent> when(LoanCommand command) {
        var events = Deciding.decide(command, loan);
        events.forEach(event -> loan = Telling.after(loan, event));
        happened.addAll(events);
        return events;
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static Payee payee(String account) {
        return new Payee(
                1,
                new Sealed(
                        "party-1",
                        Sealed.Purpose.IDENTITY,
                        1,
                        account.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                cny("12000.00"),
                "CUSTOMER");
    }

    private void booked() {
        var terms = new Terms(
                cny("12000.00"),
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
                List.of(new Terms.Disbursement(START, cny("12000.00"))),
                null,
                List.of(),
                null,
                null,
                null,
                "1");
        when(new BookLoan(
                LOAN,
                new ApplicationId("app-1"),
                new PartyId("party-1"),
                ProductId.named("cash-loan"),
                1,
                "CN",
                new BankId("sandbox"),
                terms,
                new Allocation(
                        List.of("PENALTY_FEE_INTEREST_PRINCIPAL"), Allocation.Across.ROWS, Allocation.Future.NEXT_ROW),
                List.of(payee("one")),
                START,
                NOW));
    }

    private void active() {
        booked();
        when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
    }

    private static ReceiveRepayment repayment(String reference, String date, String amount, Source source) {
        var day = LocalDate.parse(date);
        return new ReceiveRepayment(LOAN, cny(amount), day, day, source, reference, null, null, "ann", NOW);
    }

    private List<LoanEvent> repaid(String reference, String date, String amount) {
        return when(repayment(reference, date, amount, Source.BANK_CALLBACK));
    }

    @Test
    void theLastConfirmedLegMakesItActive() {
        booked();
        assertThat(when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW)))
                .hasExactlyElementsOfTypes(PayoutConfirmed.class, LoanActivated.class);
        assertThat(when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW))).isEmpty();
    }

    @Test
    void interestRunsFromTheBanksValueDate() {
        booked();
        when(new ConfirmPayout(LOAN, 1, 1, START.plusDays(2), START, NOW));
        repaid("a", "2026-02-01", "4000.00");
        assertThat(((RepaymentReceived) happened.getLast()).parts().interest()).isEqualTo(cny("114.41"));
    }

    @Test
    void aRejectedPayoutMayBePaidToACorrectedPayeeAndOnlyThen() {
        booked();
        assertThatThrownBy(() -> when(new CorrectPayee(LOAN, payee("two"), "ann", "bob", NOW)))
                .hasMessage("Expected leg 1 of loan loan-1 to be rejected by the bank; it is not. Wait for the proof.");
        when(new RejectPayout(LOAN, 1, 1, "frozen account", NOW));
        when(new CorrectPayee(LOAN, payee("two"), "ann", "bob", NOW));
        assertThat(((PayeeCorrected) happened.getLast()).attempt()).isEqualTo(2);
        assertThat(when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW)))
                .as("a late word on the dead order")
                .isEmpty();
    }

    @Test
    void itIsCancelledByProofAlone() {
        booked();
        assertThatThrownBy(() -> when(new CancelLoan(LOAN, "changed mind", "ann", NOW)))
                .hasMessageStartingWith("Expected loan loan-1 to be without a payout under way");
        when(new RejectPayout(LOAN, 1, 1, "cancelled", NOW));
        assertThat(when(new CancelLoan(LOAN, "changed mind", "ann", NOW)))
                .hasExactlyElementsOfTypes(LoanCancelled.class);
    }

    @Test
    void everyInstalmentOnItsDayPaysItOff() {
        active();
        repaid("a", "2026-02-01", "4079.17");
        repaid("b", "2026-03-01", "4079.17");
        assertThat(repaid("c", "2026-04-01", "4079.15"))
                .hasExactlyElementsOfTypes(RepaymentReceived.class, LoanPaidOff.class);
    }

    @Test
    void moneyThatABankDatesBeforeTheLoanCountsFromItsFirstDay() {
        active();
        repaid("early", "2025-12-30", "100.00");
        assertThat(((RepaymentReceived) happened.getLast()).valueDate()).isEqualTo(START);
    }

    @Test
    void theSameMoneyCountsOnce() {
        active();
        repaid("a", "2026-02-01", "4079.17");
        assertThat(repaid("a", "2026-02-01", "4079.17")).isEmpty();
    }

    @Test
    void anOfficerCannotEnterMoneyBeforeThePayoutButABanksMoneyIsKept() {
        booked();
        assertThatThrownBy(() -> when(repayment("a", "2026-01-01", "10.00", Source.OFFICER_ENTRY)))
                .hasMessage(
                        "Expected loan loan-1 to be ACTIVE; it is PAYING_OUT. Money that arrived all the same belongs"
                                + " into suspense.");
        assertThat(repaid("a", "2026-01-01", "10.00")).hasExactlyElementsOfTypes(MoneyHeld.class);
        assertThat(repaid("a", "2026-01-01", "10.00")).isEmpty();
    }

    @Test
    void moneyThatCoversThePayoffOfItsDaySettlesTheLoanAndTheRestIsCredit() {
        active();
        repaid("a", "2026-02-01", "12300.00");
        assertThat(((RepaymentReceived) happened.get(happened.size() - 2))
                        .parts()
                        .credit())
                .isEqualTo(cny("177.70"));
    }

    @Test
    void aBackdatedRepaymentRestatesWhatCameAfter() {
        active();
        repaid("later", "2026-03-01", "4079.17");
        var events = repaid("earlier", "2026-02-01", "100.00");
        assertThat(events).hasExactlyElementsOfTypes(RepaymentReceived.class, LoanRestated.class);
        var moved = ((LoanRestated) events.getLast()).moved().getFirst();
        assertThat(moved.transaction()).isEqualTo(2);
        // The 100.00 of the earlier money paid the first row's interest; the later money reaches the second row's
        // instead.
        assertThat(moved.before().interest().minus(moved.after().interest())).isEqualTo(cny("25.96"));
    }

    @Test
    void aPayoutAfterTheFirstDueDateMovesAllOfThem() {
        booked();
        when(new ConfirmPayout(LOAN, 1, 1, LocalDate.parse("2026-03-05"), START, NOW));
        var rows = Standing.of(java.util.Objects.requireNonNull(loan))
                .on(LocalDate.parse("2026-03-05"))
                .rows();
        assertThat(rows)
                .extracting(row -> row.row().due().toString())
                .containsExactly("2026-04-01", "2026-05-01", "2026-06-01");
    }

    @Test
    void takingBackWhatWasOnlyCreditLeavesThePaidOffLoanPaidOff() {
        everyInstalmentOnItsDayPaysItOff();
        repaid("d", "2026-04-02", "50.00");
        assertThat(when(new ReverseTransaction(
                        LOAN, 5, "RETURNED", START.plusDays(120), START.plusDays(120), "ann", NOW)))
                .hasExactlyElementsOfTypes(TransactionReversed.class);
        assertThat(java.util.Objects.requireNonNull(loan).state()).isEqualTo(LoanState.PAID_OFF);
    }

    @Test
    void creditThatNowPaysWhatWasTakenBackKeepsItPaidOff() {
        everyInstalmentOnItsDayPaysItOff();
        repaid("d", "2026-04-02", "5000.00");
        assertThat(when(new ReverseTransaction(
                        LOAN, 4, "RETURNED", START.plusDays(120), START.plusDays(120), "ann", NOW)))
                .hasExactlyElementsOfTypes(TransactionReversed.class, LoanRestated.class);
        assertThat(java.util.Objects.requireNonNull(loan).state()).isEqualTo(LoanState.PAID_OFF);
    }

    @Test
    void aReturnedDebitReopensAPaidOffLoan() {
        everyInstalmentOnItsDayPaysItOff();
        when(new ReverseTransaction(LOAN, 4, "RETURNED", START.plusDays(120), START.plusDays(120), "ann", NOW));
        assertThat(java.util.Objects.requireNonNull(loan).state()).isEqualTo(LoanState.ACTIVE);
        assertThatThrownBy(() -> when(new ReverseTransaction(
                        LOAN, 4, "RETURNED", START.plusDays(120), START.plusDays(120), "ann", NOW)))
                .hasMessage("Expected transaction 4 to stand; transaction 5 took it back. Nothing is left to do.");
    }

    @Test
    void aPayoffQuoteEndsTheLoanExactlyAndOnce() {
        active();
        repaid("a", "2026-02-01", "4079.17");
        repaid("b", "2026-03-01", "4079.17");
        var through = LocalDate.parse("2026-03-20");
        when(new QuotePayoff(LOAN, "payoff-1", through, through, "ann", NOW));
        assertThat(((PayoffQuoted) happened.getLast()).parts().interest()).isEqualTo(cny("25.22"));
        assertThatThrownBy(() -> when(paidOff("2026-03-21", "4063.22"))).hasMessageContaining("it came later");
        assertThatThrownBy(() -> when(paidOff("2026-03-20", "4063.21"))).hasMessageContaining("Pay what was quoted");
        assertThat(when(paidOff("2026-03-18", "4063.22")))
                .hasExactlyElementsOfTypes(RepaymentReceived.class, LoanPaidOff.class);
    }

    private static ReceiveRepayment paidOff(String date, String amount) {
        var day = LocalDate.parse(date);
        return new ReceiveRepayment(
                LOAN, cny(amount), day, day, Source.BANK_CALLBACK, "q" + date + amount, null, "payoff-1", "ann", NOW);
    }

    @Test
    void anythingThatMovesOutdatesAPayoffQuote() {
        active();
        var through = LocalDate.parse("2026-01-20");
        when(new QuotePayoff(LOAN, "payoff-1", through, through, "ann", NOW));
        repaid("a", "2026-01-10", "1.00");
        assertThatThrownBy(() -> when(paidOff("2026-01-20", "12075.00")))
                .hasMessage(
                        "Expected nothing to move after quote payoff-1 was given; something did. Ask for a new one.");
    }

    private List<LoanEvent> dayCloses(String date) {
        return when(new CloseLoanDay(LOAN, LocalDate.parse(date), 90, NOW));
    }

    @Test
    void aDayCloseSaysHowLateItIsAndSaysItOnce() {
        active();
        assertThat(dayCloses("2026-02-01")).isEmpty();
        assertThat(dayCloses("2026-02-02")).hasExactlyElementsOfTypes(BucketChanged.class);
        assertThat(dayCloses("2026-02-02")).isEmpty();
        assertThat(((BucketChanged) happened.getLast()).to()).isEqualTo(Bucket.D1_30);
        assertThat(dayCloses("2026-03-04")).hasExactlyElementsOfTypes(BucketChanged.class, ReminderDue.class);
        assertThat(((BucketChanged) happened.get(happened.size() - 2)).overdueDays())
                .isEqualTo(31);
    }

    @Test
    void afterNinetyDaysInterestIsNotEarnedUntilAllArrearsArePaid() {
        active();
        assertThat(dayCloses("2026-05-03"))
                .hasExactlyElementsOfTypes(BucketChanged.class, AccrualStopped.class, ReminderDue.class);
        assertThat(java.util.Objects.requireNonNull(loan).care().flags()).containsExactly("NON_ACCRUAL");
        repaid("some", "2026-05-04", "4079.17");
        assertThat(dayCloses("2026-05-04")).hasExactlyElementsOfTypes(BucketChanged.class);
        repaid("rest", "2026-05-05", "8158.32");
        assertThat(dayCloses("2026-05-05")).hasExactlyElementsOfTypes(BucketChanged.class, AccrualResumed.class);
    }
}
