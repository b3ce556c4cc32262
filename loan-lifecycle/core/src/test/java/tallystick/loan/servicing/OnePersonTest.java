package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.loan.api.Authority;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.MatchRepayment;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.ChangeApproved;
import tallystick.loan.api.LoanEvent.ChangeProposed;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.RepaymentMatched;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.Source;

/** Money that only people tell of: what one of them may enter, and what takes two. */
class OnePersonTest {
    private static final LocalDate CLOSED = LocalDate.parse("2026-02-10");
    private final Authority authority = new Authority(new BigDecimal("1000.00"), CLOSED);
    private final GivenLoan given = GivenLoan.active();

    private List<LoanEvent> proposed(Change what) {
        var day = LocalDate.parse("2026-03-01");
        return given.when(new ProposeChange(LOAN, "c", what, "because", cny("1000.00"), day, day, "ann", NOW));
    }

    private List<LoanEvent> approved(String by) {
        var hash = given.loan().proposal("c").orElseThrow().hash();
        return given.when(new ApproveChange(LOAN, "c", hash, LocalDate.parse("2026-03-01"), by, NOW));
    }

    private List<LoanEvent> entered(String valueDate, String bookingDate, Source source) {
        return given.when(new ReceiveRepayment(
                LOAN,
                cny("10.00"),
                LocalDate.parse(valueDate),
                LocalDate.parse(bookingDate),
                source,
                "e",
                null,
                null,
                "ann",
                NOW));
    }

    @Test
    void onePersonEntersMoneyOfAnOpenDayUpToALimit() {
        OnePerson.enters(authority, cny("1000.00"), CLOSED.plusDays(1));
        assertThatThrownBy(() -> OnePerson.enters(authority, cny("1000.01"), CLOSED.plusDays(1)))
                .hasMessage(
                        "Expected at most 1000.00 by one person; found CNY 1000.01. Let the bank report it, or raise"
                                + " tallystick.loan.entry-limit.");
        assertThatThrownBy(() -> OnePerson.enters(authority, cny("1.00"), CLOSED))
                .hasMessage("Expected a value date after 2026-02-10, through which days are closed; found 2026-02-10."
                        + " Propose it at repayment-proposals, and another approves.");
    }

    @Test
    void whatABankReportedIsNotTakenBackByOnePerson() {
        given.repaid("bank", "2026-02-01", "100.00");
        assertThatThrownBy(() -> OnePerson.takesBack(
                        authority, given.loan().transaction(2).orElseThrow()))
                .hasMessage(
                        "Expected money that one person may take back; transaction 2 came from a bank. Propose it at"
                                + " reversal-proposals, and another approves.");
        entered("2026-02-20", "2026-02-20", Source.OFFICER_ENTRY);
        OnePerson.takesBack(authority, given.loan().transaction(3).orElseThrow());
    }

    private List<LoanEvent> takesBack(int transaction, @Nullable Authority authority) {
        var day = LocalDate.parse("2026-03-01");
        return given.when(new ReverseTransaction(LOAN, transaction, "wrong", day, day, "ann", NOW, authority));
    }

    @Test
    void theLoanItselfKnowsWhoMayTakeBackWhat() {
        given.repaid("bank", "2026-02-01", "100.00");
        entered("2026-02-20", "2026-02-20", Source.OFFICER_ENTRY);
        assertThatThrownBy(() -> takesBack(2, authority)).hasMessageContaining("transaction 2 came from a bank.");
        assertThatThrownBy(() -> takesBack(3, null)).hasMessageContaining("transaction 3 was entered by people.");
        assertThat(takesBack(3, authority).getFirst()).isInstanceOf(TransactionReversed.class);
        assertThat(takesBack(2, null).getFirst()).isInstanceOf(TransactionReversed.class);
    }

    @Test
    void whatTookTwoToEnterTakesTwoToTakeBack() {
        entered("2026-02-01", "2026-02-01", Source.OFFICER_ENTRY);
        var early = given.loan().transaction(2).orElseThrow();
        assertThatThrownBy(() -> OnePerson.takesBack(authority, early))
                .hasMessageContaining("2 is of a day that is closed.");
        assertThatThrownBy(() -> OnePerson.takesBack(new Authority(new BigDecimal("9.99"), null), early))
                .hasMessageContaining("2 is of more than 9.99.");
    }

    @Test
    void twoPeopleEnterMoneyOfAClosedDayWhateverItsAmount() {
        given.repaid("later", "2026-02-20", "100.00");
        assertThat(proposed(new Change.EnterRepayment(cny("1.00"), LocalDate.parse("2026-02-01"), "slip")))
                .hasExactlyElementsOfTypes(ChangeProposed.class);
        assertThatThrownBy(() -> approved("ann"))
                .hasMessage("Expected somebody other than ann, who proposed c. Ask a colleague.");
        assertThat(approved("bob").subList(0, 2))
                .hasExactlyElementsOfTypes(ChangeApproved.class, RepaymentReceived.class);
        assertThat(given.loan().transaction(3).orElseThrow().valueDate()).isEqualTo("2026-02-01");
        assertThat(approved("bob")).as("a repeat").isEmpty();
    }

    @Test
    void twoPeopleTakeBackWhatABankReported() {
        given.repaid("bank", "2026-02-01", "100.00");
        given.repaid("later", "2026-02-05", "100.00");
        assertThat(proposed(new Change.Reverse(2, "not ours", LocalDate.parse("2026-02-20"))))
                .hasExactlyElementsOfTypes(ChangeProposed.class);
        assertThat(approved("bob"))
                .hasExactlyElementsOfTypes(ChangeApproved.class, TransactionReversed.class, LoanRestated.class);
    }

    @Test
    void whatABankTellsOfLaterIsTheSameMoneyOnce() {
        entered("2026-02-01", "2026-02-01", Source.OFFICER_ENTRY);
        assertThat(given.repaid("bank/1", "2026-02-06", "10.00")).hasExactlyElementsOfTypes(RepaymentMatched.class);
        assertThat(given.repaid("bank/1", "2026-02-06", "10.00")).as("a repeat").isEmpty();
        assertThat(given.loan().transaction(2).orElseThrow().isBankMoney()).isTrue();
        assertThat(given.repaid("bank/2", "2026-02-06", "10.00"))
                .as("other money")
                .hasExactlyElementsOfTypes(RepaymentReceived.class);
    }

    @Test
    void moneyOfOtherAmountsOrWeeksLaterIsOtherMoney() {
        entered("2026-02-01", "2026-02-01", Source.OFFICER_ENTRY);
        assertThat(given.repaid("bank/1", "2026-02-07", "10.00").getFirst()).isInstanceOf(RepaymentReceived.class);
        assertThat(given.repaid("bank/2", "2026-02-06", "10.01").getFirst()).isInstanceOf(RepaymentReceived.class);
    }

    @Test
    void aRowThatNamesNoLoanIsOnlyWhatWasEntered() {
        var day = LocalDate.parse("2026-02-03");
        var row = new MatchRepayment(LOAN, cny("10.00"), day, "bank/1", "bank", NOW);
        assertThatThrownBy(() -> given.when(row))
                .hasMessage(
                        "Expected an entry of CNY 10.00 on loan loan-1 that no bank has told of yet; found none. Keep"
                                + " it in suspense.");
        entered("2026-02-01", "2026-02-01", Source.OFFICER_ENTRY);
        assertThat(given.when(row)).hasExactlyElementsOfTypes(RepaymentMatched.class);
        assertThat(given.when(row)).as("a repeat").isEmpty();
    }

    private void noted(String entry, @Nullable String note) {
        var day = LocalDate.parse("2026-02-01");
        given.when(new ReceiveRepayment(
                LOAN, cny("10.00"), day, day, Source.OFFICER_ENTRY, entry, note, null, "ann", NOW));
    }

    @Test
    void whatWasEnteredForOneRowIsNotAnother() {
        var day = LocalDate.parse("2026-02-03");
        noted("entry-1", "X1");
        var other = new MatchRepayment(LOAN, cny("10.00"), day, "bank/Y9", "bank", NOW);
        assertThatThrownBy(() -> given.when(other)).hasMessageContaining("found none");
        noted("entry-2", null);
        noted("entry-3", "X3");
        given.when(other);
        given.when(new MatchRepayment(LOAN, cny("10.00"), day, "bank/X3", "bank", NOW));
        given.repaid("bank/X1", "2026-02-03", "10.00");
        assertThat(given.happened().stream()
                        .filter(RepaymentMatched.class::isInstance)
                        .map(event -> ((RepaymentMatched) event).transaction()))
                .containsExactly(3, 4, 2);
    }

    @Test
    void whatTheBankHasToldOfIsNotEnteredAgain() {
        given.repaid("bank/X1", "2026-02-01", "10.00");
        assertThatThrownBy(() -> noted("entry-1", "X1"))
                .hasMessage("Expected money that no bank has told loan loan-1 of; row X1 of the bank has brought it."
                        + " Nothing is left to do.");
        assertThatThrownBy(() -> noted("entry-1", "bank/X1")).hasMessageContaining("row bank/X1");
        noted("entry-2", "X2");
        given.repaid("bank/X2", "2026-02-01", "10.00");
        assertThatThrownBy(() -> noted("entry-3", "X2")).as("matched").hasMessageContaining("row X2");
        noted("entry-2", "X2");
        noted("entry-4", "X4");
        assertThat(given.loan().transactions()).hasSize(4);
    }

    @Test
    void moneyOfTheFutureIsRefusedAndABanksIsHeld() {
        assertThatThrownBy(() -> entered("2026-01-11", "2026-01-10", Source.OFFICER_ENTRY))
                .hasMessage("Expected a value date by 2026-01-10, the business date; found 2026-01-11. Enter it when it"
                        + " has come.");
        assertThat(entered("2026-01-11", "2026-01-10", Source.BANK_CALLBACK))
                .hasExactlyElementsOfTypes(MoneyHeld.class);
        assertThat(((MoneyHeld) given.last()).why()).isEqualTo("dated after the business date");
        assertThat(given.loan().transactions()).hasSize(1);
        assertThat(given.loan().activeSince()).isEqualTo(START);
    }
}
