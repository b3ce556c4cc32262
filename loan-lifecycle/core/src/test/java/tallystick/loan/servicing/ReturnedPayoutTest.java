package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;
import static tallystick.loan.servicing.GivenLoan.payee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BankId;
import tallystick.loan.accruals.AccrualPlan;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.CloseLoanDay;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.LoanCommand.HoldLoan;
import tallystick.loan.api.LoanCommand.LiftHold;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.RejectPayout;
import tallystick.loan.api.LoanCommand.ReplaceLender;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LenderReplaced;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.PayeeCorrected;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.Payee;
import tallystick.loan.api.Source;
import tallystick.runtime.decide.Decided;

/** A payout that comes back weeks after the loan had begun: the debt is gone, and the loan may be paid again or ended. */
class ReturnedPayoutTest {
    private final GivenLoan given = GivenLoan.active();

    private List<LoanEvent> returned(String date) {
        var day = LocalDate.parse(date);
        return given.when(new ReturnPayout(LOAN, 1, 1, "account closed", day, day, NOW));
    }

    @Test
    void nothingIsOwedAndNothingAccruesUntilItIsPaidAgain() {
        assertThat(returned("2026-01-10")).hasExactlyElementsOfTypes(PayoutReturned.class);
        assertThat(given.loan().state()).isEqualTo(LoanState.PAYING_OUT);
        assertThat(given.loan().activeSince()).isNull();
        var agenda = Agenda.of(new Decided<>("loan-1", 5, given.loan()), START.plusDays(8));
        assertThat(agenda.plan()).isEqualTo(AccrualPlan.NOTHING);
        assertThat(given.when(new CloseLoanDay(LOAN, LocalDate.parse("2026-02-05"), 90, NOW)))
                .isEmpty();
        assertThat(returned("2026-01-10")).as("a repeat").isEmpty();
    }

    @Test
    void itRunsFromTheNewPayoutToACorrectedPayee() {
        returned("2026-01-10");
        given.when(new CorrectPayee(LOAN, payee("two"), "ann", "bob", NOW));
        var day = LocalDate.parse("2026-01-20");
        assertThat(given.when(new ConfirmPayout(LOAN, 1, 2, day, day, NOW)))
                .hasExactlyElementsOfTypes(PayoutConfirmed.class, LoanActivated.class);
        var owed = Standing.of(given.loan()).on(LocalDate.parse("2026-02-01")).outstanding();
        // 12,000.00 x 0.12 x 12 / 365, and not from 1 January on.
        assertThat(owed.interest()).isEqualTo(cny("47.34"));
    }

    @Test
    void orItEnds() {
        returned("2026-01-10");
        assertThat(given.when(new CancelLoan(LOAN, "changed mind", "ann", NOW)))
                .hasExactlyElementsOfTypes(LoanCancelled.class);
    }

    @Test
    void whatWasRepaidMeanwhileIsHeldForItsOwnerAndWhatWasLetOffComesBack() {
        given.repaid("a", "2026-02-01", "4079.17");
        var day = LocalDate.parse("2026-02-02");
        var forgiven = new Change.Forgive(cny("100.00"));
        given.when(new ProposeChange(LOAN, "f", forgiven, "because", cny("1000.00"), day, day, "ann", NOW));
        assertThat(returned("2026-02-03"))
                .hasExactlyElementsOfTypes(
                        TransactionReversed.class, MoneyHeld.class, TransactionReversed.class, PayoutReturned.class);
        var reversals = given.happened().stream()
                .filter(TransactionReversed.class::isInstance)
                .map(event -> ((TransactionReversed) event).accounting());
        assertThat(reversals).containsExactly(null, Accounting.FORGIVENESS);
        assertThat(given.loan().held()).containsExactly("payout/1/1/2");
        assertThat(given.loan().transactions()).extracting(Transaction::nr).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void whatNoBankHasToldOfIsHeldOnceWhenItsRowComes() {
        var day = LocalDate.parse("2026-02-01");
        given.when(new ReceiveRepayment(
                LOAN, cny("100.00"), day, day, Source.OFFICER_ENTRY, "entry-1", null, null, "ann", NOW));
        assertThat(returned("2026-02-03")).hasExactlyElementsOfTypes(TransactionReversed.class, PayoutReturned.class);
        assertThat(given.repaid("bank/1", "2026-02-01", "100.00")).hasExactlyElementsOfTypes(MoneyHeld.class);
    }

    @Test
    void moneyThatComesBackToALoanThatIsPaidOffIsTheCustomers() {
        given.repaid("a", "2026-02-01", "13000.00");
        assertThat(returned("2026-02-03")).hasExactlyElementsOfTypes(MoneyHeld.class);
        assertThat(((MoneyHeld) given.last()).accounting())
                .as("of which transit")
                .isEqualTo(Accounting.PAYOUT_RETURN);
        assertThat(given.loan().state()).isEqualTo(LoanState.PAID_OFF);
        assertThat(returned("2026-02-03")).isEmpty();
    }

    private static GivenLoan ofTwoLegs(String one, String other) {
        var account = payee("one").account();
        return GivenLoan.booked(
                List.of(new Payee(1, account, cny("9000.00"), one), new Payee(2, account, cny("3000.00"), other)));
    }

    @Test
    void eachLegBearsInterestFromItsOwnDay() {
        var two = ofTwoLegs("DEALER", "CUSTOMER");
        two.when(new ConfirmPayout(LOAN, 2, 1, START.plusDays(10), START.plusDays(10), NOW));
        two.when(new ConfirmPayout(LOAN, 1, 1, START, START.plusDays(10), NOW));
        assertThat(two.loan().activeSince()).isEqualTo(START);
        var owed = Standing.of(two.loan()).on(LocalDate.parse("2026-02-01")).outstanding();
        // 9,000.00 x 0.12 x 31 / 365 and 3,000.00 x 0.12 x 21 / 365.
        assertThat(owed.interest()).isEqualTo(cny("112.44"));
        assertThat(owed.principal()).isEqualTo(cny("12000.00"));
    }

    @Test
    void aCorrectedPayeeGetsTheRejectedLegsWithTheirOwnAmounts() {
        var two = ofTwoLegs("CUSTOMER", "CUSTOMER");
        two.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        two.when(new RejectPayout(LOAN, 2, 1, "closed", NOW));
        var whole = new CorrectPayee(LOAN, payee("two"), "ann", "bob", NOW);
        two.when(new HoldLoan(LOAN, HoldReason.FRAUD, "looks odd", "ann", NOW));
        assertThatThrownBy(() -> two.when(whole)).hasMessageContaining("it is held: FRAUD.");
        two.when(new LiftHold(LOAN, "it is not", "ann", NOW));
        assertThat(two.when(whole)).singleElement().isInstanceOfSatisfying(PayeeCorrected.class, e -> {
            assertThat(e.payee().leg()).isEqualTo(2);
            assertThat(e.payee().amount()).isEqualTo(cny("3000.00"));
            assertThat(e.payee().account()).isEqualTo(payee("two").account());
        });
        assertThat(two.when(whole)).as("a repeat").isEmpty();
    }

    @Test
    void anotherBankLendsOnlyWhatIsProvenNotToBePaid() {
        var east = new BankId("east");
        var funding = new Funding(
                Funding.Model.CO_LENT,
                BooksId.of("sandbox"),
                List.of(
                        Lender.of(BooksId.of("sandbox"), new BankId("sandbox"), new BigDecimal("0.75")),
                        Lender.of(BooksId.of("east"), east, new BigDecimal("0.25"))),
                List.of());
        var replaced = new ReplaceLender(LOAN, 2, east, funding, NOW);
        var two = ofTwoLegs("CUSTOMER", "CUSTOMER");
        assertThatThrownBy(() -> two.when(replaced))
                .hasMessage("Expected leg 2 of loan loan-1 to be rejected by the bank; it is not. Wait for the proof.");
        two.when(new RejectPayout(LOAN, 2, 1, "closed", NOW));
        two.when(new HoldLoan(LOAN, HoldReason.FRAUD, "looks odd", "ann", NOW));
        assertThatThrownBy(() -> two.when(replaced)).hasMessageContaining("it is held: FRAUD.");
        two.when(new LiftHold(LOAN, "it is not", "ann", NOW));
        assertThat(two.when(replaced)).singleElement().isInstanceOfSatisfying(LenderReplaced.class, e -> {
            assertThat(e.payee().bank()).isEqualTo(east);
            assertThat(e.payee().amount()).isEqualTo(cny("3000.00"));
            assertThat(e.attempt()).isEqualTo(2);
        });
        assertThat(two.loan().booked().funding()).isEqualTo(funding);
        assertThat(two.when(replaced)).as("a repeat").isEmpty();
        assertThat(two.when(new ConfirmPayout(LOAN, 2, 1, START, START, NOW)))
                .as("of the order that failed")
                .isEmpty();
    }

    @Test
    void eachLegMayComeBack() {
        var two = ofTwoLegs("DEALER", "CUSTOMER");
        two.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        two.when(new ConfirmPayout(LOAN, 2, 1, START, START, NOW));
        for (var leg = 1; leg <= 2; leg++) {
            assertThat(two.when(new ReturnPayout(LOAN, leg, 1, "closed", START, START, NOW)))
                    .hasExactlyElementsOfTypes(PayoutReturned.class);
        }
        assertThat(two.when(new CancelLoan(LOAN, "changed mind", "ann", NOW)))
                .hasExactlyElementsOfTypes(LoanCancelled.class);
    }
}
