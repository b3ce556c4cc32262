package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.Change;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.*;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.*;
import tallystick.loan.api.LoanEvent.FeeWaived;
import tallystick.loan.api.Payee;
import tallystick.loan.api.Source;

/** What people change by hand: alone up to a limit, above it by two, and what it does to the debt. */
class ChangesTest {
    private final GivenLoan given = GivenLoan.active();

    private List<LoanEvent> proposed(String id, Change what, String date) {
        var day = LocalDate.parse(date);
        return given.when(new ProposeChange(LOAN, id, what, "because", cny("1000.00"), day, day, "ann", NOW));
    }

    private List<LoanEvent> approved(String id, String hash, String by) {
        return given.when(new ApproveChange(LOAN, id, hash, START, by, NOW));
    }

    private String hash(String id) {
        return given.loan().proposal(id).orElseThrow().hash();
    }

    private List<LoanEvent> charged(String reference, String amount, String due) {
        var day = LocalDate.parse(due);
        return given.when(new ChargeFee(
                LOAN, reference, FeeKind.FEE, "Notice", cny(amount), START.plusDays(5), day, day, "ann", NOW));
    }

    @Test
    void aFeeIsOwedWithItsRowAndChargedOnce() {
        assertThat(charged("f", "50.00", "2026-02-01")).hasExactlyElementsOfTypes(FeeCharged.class);
        assertThat(charged("f", "50.00", "2026-02-01")).isEmpty();
        var now = Standing.of(given.loan()).on(LocalDate.parse("2026-02-01"));
        assertThat(now.outstanding().fees()).isEqualTo(cny("50.00"));
    }

    @Test
    void aFeeOfAnEarlierDayRestatesWhatWasPaid() {
        given.repaid("a", "2026-02-01", "4079.17");
        var events = charged("f", "50.00", "2026-02-01");
        assertThat(events).hasExactlyElementsOfTypes(FeeCharged.class, LoanRestated.class);
        assertThat(((LoanRestated) events.getLast()).moved().getFirst().after().fees())
                .isEqualTo(cny("50.00"));
    }

    @Test
    void aWaivedFeeIsOwedNoMoreAndNotTwice() {
        charged("f", "50.00", "2026-02-01");
        proposed("c1", new Change.WaiveFee(1, cny("30.00")), "2026-01-10");
        assertThat(Standing.of(given.loan())
                        .on(LocalDate.parse("2026-02-01"))
                        .outstanding()
                        .fees())
                .isEqualTo(cny("20.00"));
        assertThatThrownBy(() -> proposed("c2", new Change.WaiveFee(1, cny("20.01")), "2026-01-10"))
                .hasMessage("Expected at most CNY 20.00, which loan loan-1 has of the charge; found CNY 20.01. Ask for"
                        + " less.");
        assertThatThrownBy(() -> proposed("c3", new Change.WaiveFee(7, cny("1.00")), "2026-01-10"))
                .hasMessage("Expected the number of a charge of this loan; found 7. Look at its fees.");
    }

    @Test
    void moreThanOnePersonMayIsDoneWhenAnotherApprovesWhatWasShown() {
        assertThat(proposed("c", new Change.Forgive(cny("2000.00")), "2026-01-10"))
                .hasExactlyElementsOfTypes(ChangeProposed.class);
        assertThatThrownBy(() -> approved("c", hash("c"), "ann"))
                .hasMessage("Expected somebody other than ann, who proposed c. Ask a colleague.");
        assertThatThrownBy(() -> approved("c", "other", "bob"))
                .hasMessageEndingWith("found another. Look at it again.");
        assertThatThrownBy(() -> approved("d", "other", "bob"))
                .hasMessage("Expected a change that was proposed; found d. Propose it first.");
        assertThat(approved("c", hash("c"), "bob")).hasExactlyElementsOfTypes(ChangeApproved.class, DebtForgiven.class);
        assertThat(approved("c", hash("c"), "bob")).as("a repeat").isEmpty();
        var why = ((DebtForgiven) given.last()).why();
        assertThat(why.by()).isEqualTo("ann");
        assertThat(why.approvedBy()).isEqualTo("bob");
    }

    @Test
    void forgivingTheRestPaysOff() {
        given.repaid("a", "2026-02-01", "4079.17");
        given.repaid("b", "2026-03-01", "4079.17");
        given.repaid("c", "2026-04-01", "4000.00");
        assertThat(proposed("f", new Change.Forgive(cny("79.15")), "2026-04-02"))
                .hasExactlyElementsOfTypes(
                        ChangeProposed.class, ChangeApproved.class, DebtForgiven.class, LoanPaidOff.class);
    }

    @Test
    void onlyACreditBalanceIsRefunded() {
        given.repaid("a", "2026-02-01", "12300.00");
        assertThatThrownBy(() -> proposed("r", new Change.RefundCredit(cny("177.71"), "o"), "2026-02-02"))
                .hasMessage(
                        "Expected at most CNY 177.70, which loan loan-1 has of credit balance; found CNY 177.71. Ask"
                                + " for less.");
        proposed("s", new Change.RefundCredit(cny("177.70"), "o"), "2026-02-02");
        assertThat(given.last()).isInstanceOf(CreditRefunded.class);
        assertThatThrownBy(() -> proposed("t", new Change.RefundCredit(cny("0.01"), "o"), "2026-02-02"))
                .hasMessageContaining("at most CNY 0.00");
    }

    private List<LoanEvent> takenBack(int transaction, String date) {
        var day = LocalDate.parse(date);
        return given.when(new ReverseTransaction(LOAN, transaction, "RETURNED", day, day, "bank", NOW));
    }

    private Money credit() {
        var standing = Standing.of(given.loan());
        return standing.credit(standing.atLast());
    }

    @Test
    void aRefundOfCreditThatTheBankTookBackIsOwed() {
        given.repaid("a", "2026-02-01", "12300.00");
        proposed("s", new Change.RefundCredit(cny("177.70"), "o"), "2026-02-02");
        assertThat(takenBack(2, "2026-02-10"))
                .hasExactlyElementsOfTypes(TransactionReversed.class, RefundOwed.class, LoanReopened.class);
        assertThat(credit()).isEqualTo(cny("0.00"));
        var owed = Standing.of(given.loan()).on(LocalDate.parse("2026-02-10")).outstanding();
        assertThat(owed.principal()).isEqualTo(cny("12177.70"));
        assertThat(given.loan().transactions().getLast().type()).isEqualTo(Transaction.Type.REFUND_OWED);
        given.repaid("b", "2026-02-11", "12600.00");
        assertThat(given.loan().state()).isEqualTo(LoanState.PAID_OFF);
    }

    @Test
    void whatIsOwedOfARefundIsCoveredWhenTheMoneyComesAgain() {
        given.repaid("a", "2026-02-01", "12300.00");
        proposed("s", new Change.RefundCredit(cny("177.70"), "o"), "2026-02-02");
        takenBack(2, "2026-02-10");
        assertThat(given.repaid("again", "2026-02-01", "12250.00"))
                .hasExactlyElementsOfTypes(RepaymentReceived.class, RefundCovered.class, RefundOwed.class);
        assertThat(credit()).isEqualTo(cny("0.00"));
        assertThat(Standing.of(given.loan()).atLast().outstanding().principal())
                .as("what the money that came again lacks")
                .isEqualTo(cny("50.00"));
    }

    private RefundOrdered ordered(String change, String amount) {
        assertThat(proposed(change, new Change.RefundCredit(cny(amount), null), "2026-02-02"))
                .as("nobody alone")
                .hasExactlyElementsOfTypes(ChangeProposed.class);
        approved(change, hash(change), "bob");
        return (RefundOrdered) given.last();
    }

    private List<LoanEvent> failed(RefundOrdered refund, String date) {
        var day = LocalDate.parse(date);
        return given.when(new FailRefund(LOAN, refund.instruction(), "ACCOUNT_CLOSED", day, day, NOW));
    }

    @Test
    void aRefundThatTheBankDoesNotPayIsCreditAgain() {
        given.repaid("a", "2026-02-01", "12300.00");
        var refund = ordered("s", "177.70");
        assertThat(refund.account()).isEqualTo(GivenLoan.payee("one").account());
        assertThat(credit()).isEqualTo(cny("0.00"));
        assertThat(failed(refund, "2026-02-20")).hasExactlyElementsOfTypes(RefundFailed.class);
        assertThat(credit()).isEqualTo(cny("177.70"));
        assertThat(given.loan().proposal("s").orElseThrow().progress()).isEqualTo(Proposal.Progress.FAILED);
        assertThat(failed(refund, "2026-02-20")).as("a repeat").isEmpty();
        assertThat(ordered("t", "177.70").instruction()).isNotEqualTo(refund.instruction());
    }

    @Test
    void whatWasOwedBecauseOfARefundThatFailedIsCovered() {
        given.repaid("a", "2026-02-01", "12300.00");
        var refund = ordered("s", "177.70");
        takenBack(2, "2026-02-10");
        assertThat(failed(refund, "2026-02-20")).hasExactlyElementsOfTypes(RefundFailed.class, RefundCovered.class);
        assertThat(Standing.of(given.loan()).atLast().outstanding().principal()).isEqualTo(cny("12000.00"));
        assertThat(credit()).isEqualTo(cny("0.00"));
    }

    /** Nobody pays out what only one of our people says has come. */
    @Test
    void theBankPaysNoRefundOfMoneyThatNoBankHasToldOf() {
        var day = LocalDate.parse("2026-02-01");
        given.when(new ReceiveRepayment(
                LOAN, cny("12300.00"), day, day, Source.OFFICER_ENTRY, "entry", "row-1", null, "ann", NOW));
        assertThat(credit()).isEqualTo(cny("177.70"));
        assertThatThrownBy(() -> ordered("s", "177.70")).hasMessageContaining("at most CNY 0.00");
        given.when(new ReceiveRepayment(
                LOAN, cny("12300.00"), day, day, Source.BANK_CALLBACK, "row-2", null, null, "bank", NOW));
        assertThat(credit()).as("the same money").isEqualTo(cny("177.70"));
        assertThat(ordered("u", "177.70").amount()).isEqualTo(cny("177.70"));
    }

    @Test
    void aRefundThatWaitedDoesNotPayWhatWasRefundedSince() {
        given.repaid("a", "2026-02-01", "12300.00");
        proposed("waits", new Change.RefundCredit(cny("177.70"), null), "2026-02-02");
        proposed("meanwhile", new Change.RefundCredit(cny("177.70"), "o"), "2026-02-03");
        assertThat(given.last()).isInstanceOf(CreditRefunded.class);
        assertThatThrownBy(() -> approved("waits", hash("waits"), "bob")).hasMessageContaining("at most CNY 0.00");
    }

    @Test
    void anOrderOfOursIsNotNamedAsOneOutside() {
        given.repaid("a", "2026-02-01", "12300.00");
        assertThatThrownBy(() -> proposed("s", new Change.RefundCredit(cny("10.00"), "instr-1"), "2026-02-02"))
                .hasMessage("Expected a change that can be: instr-1 names an order of ours, not one outside.");
    }

    @Test
    void theBankPaysRefundsToTheBorrowerOnly() {
        var dealer = new Payee(1, GivenLoan.payee("one").account(), cny("12000.00"), "DEALER");
        var bought = GivenLoan.booked(List.of(dealer));
        bought.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        bought.repaid("a", "2026-02-01", "12300.00");
        var day = LocalDate.parse("2026-02-02");
        assertThatThrownBy(() -> bought.when(new ProposeChange(
                        LOAN,
                        "s",
                        new Change.RefundCredit(cny("10.00"), null),
                        "paid twice",
                        cny("1000.00"),
                        day,
                        day,
                        "ann",
                        NOW)))
                .hasMessage(
                        "Expected loan loan-1 to have been paid out to its borrower; it was not. Name an account of the"
                                + " borrower at accounts first, by two people, or pay by an order outside.");
    }

    @Test
    void afterTheLossIsRecognisedMoneyIsARecovery() {
        proposed("c", new Change.ChargeOff(), "2026-02-10");
        approved("c", hash("c"), "bob");
        assertThat(((LoanChargedOff) given.last()).lost().principal()).isEqualTo(cny("12000.00"));
        assertThat(given.loan().care().flags()).containsExactly("NON_ACCRUAL", "CHARGED_OFF");
        given.repaid("a", "2026-02-11", "100.00");
        assertThat(((RepaymentReceived) given.last()).accounting()).isEqualTo(Accounting.CHARGED_OFF);
        given.when(new ReverseTransaction(LOAN, 2, "RETURNED", START.plusDays(60), START.plusDays(60), "ann", NOW));
        assertThat(((TransactionReversed) given.last()).accounting()).isEqualTo(Accounting.RECOVERY);
        assertThatThrownBy(() -> proposed("d", new Change.ChargeOff(), "2026-02-12"))
                .hasMessage("Expected loan loan-1 not to be charged off; it is. Nothing is left to do.");
    }

    @Test
    void whatIsWrittenOffIsChargedOffWithIt() {
        proposed("w", new Change.WriteOff(), "2026-02-10");
        assertThat(approved("w", hash("w"), "bob"))
                .hasExactlyElementsOfTypes(ChangeApproved.class, LoanChargedOff.class, LoanWrittenOff.class);
    }

    @Test
    void aHoldStopsFeesUntilItIsLifted() {
        given.when(new HoldLoan(LOAN, HoldReason.DISPUTE, "note", "ann", NOW));
        assertThat(given.when(new HoldLoan(LOAN, HoldReason.DISPUTE, "note", "ann", NOW)))
                .isEmpty();
        assertThatThrownBy(() -> charged("f", "50.00", "2026-02-01"))
                .hasMessage("Expected loan loan-1 to be without a hold; it is held: DISPUTE. Have it lifted first.");
        given.when(new LiftHold(LOAN, "note", "eve", NOW));
        assertThat(charged("f", "50.00", "2026-02-01")).isNotEmpty();
    }

    @Test
    void withdrawingInTimeCostsTheInterestOfTheDaysAndNothingElse() {
        assertThatThrownBy(() -> given.when(new WithdrawLoan(LOAN, "no", START.plusDays(15), 14, "ann", NOW)))
                .hasMessage(
                        "Expected a withdrawal from loan loan-1 by 2026-01-15; it is of 2026-01-16. Ask for a payoff"
                                + " quote instead.");
        given.when(new WithdrawLoan(LOAN, "no", START.plusDays(10), 14, "ann", NOW));
        var owed = ((LoanWithdrawn) given.last()).owed();
        // 12,000.00 x 0.12 x 10 / 365.
        assertThat(owed.interest()).isEqualTo(cny("39.45"));
        given.repaid("back", "2026-01-11", "12039.45");
        assertThat(((RepaymentReceived) given.last()).parts().interest()).isEqualTo(cny("39.45"));
        assertThat(given.loan().state()).isEqualTo(LoanState.WITHDRAWN);
        assertThat(given.when(new WithdrawLoan(LOAN, "no", START.plusDays(10), 14, "ann", NOW)))
                .isEmpty();
    }

    @Test
    void whoHasWithdrawnPaysInPartsAndPaysTheDaysUsedOnly() {
        given.when(new WithdrawLoan(LOAN, "no", START.plusDays(10), 14, "ann", NOW));
        given.repaid("part", "2026-01-11", "6000.00");
        assertThat(((RepaymentReceived) given.last()).parts().principal()).isEqualTo(cny("6000.00"));
        // 39.45 and 6,000.00 x 0.12 x 10 / 365.
        var owed = Standing.of(given.loan()).owedOn(START.plusDays(20));
        assertThat(owed.principal()).isEqualTo(cny("6000.00"));
        assertThat(owed.interest()).isEqualTo(cny("59.18"));
        assertThat(LoanView.of(given.loan(), 1, START.plusDays(20), NOW).nextDue())
                .isNull();
        given.repaid("rest", "2026-01-21", "6059.18");
        assertThat(Standing.of(given.loan()).owedOn(START.plusDays(20)).debt()).isEqualTo(cny("0.00"));
        assertThat(LoanView.of(given.loan(), 1, START.minusDays(1), NOW)
                        .outstanding()
                        .total())
                .as("before it ran")
                .isZero();
    }

    @Test
    void withdrawingTakesBackWhatWasCharged() {
        charged("f", "50.00", "2026-01-08");
        given.repaid("a", "2026-01-09", "50.00");
        assertThat(given.when(new WithdrawLoan(LOAN, "no", START.plusDays(10), 14, "ann", NOW)))
                .hasExactlyElementsOfTypes(LoanWithdrawn.class, FeeWaived.class, LoanRestated.class);
        var payoff = Standing.of(given.loan()).payoff(START.plusDays(10));
        assertThat(payoff.fees()).isEqualTo(cny("0.00"));
        assertThat(payoff.total()).isLessThan(cny("12000.00"));
    }

    @Test
    void aHoldKeepsTheCreditHere() {
        given.repaid("a", "2026-02-01", "12300.00");
        given.when(new HoldLoan(LOAN, HoldReason.FRAUD, "note", "ann", NOW));
        assertThatThrownBy(() -> proposed("r", new Change.RefundCredit(cny("1.00"), "o"), "2026-02-02"))
                .hasMessageContaining("it is held: FRAUD");
    }

    @Test
    void aRunningLoanIsTakenOverOnlyAtItsPosition() {
        var other = GivenLoan.nothing();
        assertThatThrownBy(() -> other.imports("4079.17", "8043.14"))
                .hasMessage(
                        "Expected old-1 of old to have CNY 8043.13 of principal left as its terms and history say; its"
                                + " row says CNY 8043.14. Mend the row.");
        other.imports("4079.17", "8043.13");
        assertThat(((LoanImported) other.last()).opening().interest()).isEqualTo(cny("122.30"));
        assertThat(other.imports("4079.17", "8043.13")).isEmpty();
        other.repaid("b", "2026-03-01", "4079.17");
        assertThat(((RepaymentReceived) other.last()).parts().interest()).isEqualTo(cny("74.04"));
    }
}
