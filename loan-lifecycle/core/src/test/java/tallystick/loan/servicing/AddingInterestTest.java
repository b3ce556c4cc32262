package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.CloseLoanDay;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.InterestCapitalized;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.runtime.decide.Decided;

/** Interest that becomes principal by plan: the books hear of it once, as much as the loan says. */
class AddingInterestTest {
    private static final LocalDate FIRST_DUE = LocalDate.parse("2026-02-01");

    private final GivenLoan given = GivenLoan.growing();

    private Money told() {
        return sum(event -> event instanceof InterestCapitalized e ? e.more() : cny("0.00"));
    }

    private Money sum(java.util.function.Function<LoanEvent, Money> part) {
        return given.happened().stream().map(part).reduce(cny("0.00"), Money::plus);
    }

    private void closes(String day) {
        given.when(new CloseLoanDay(LOAN, LocalDate.parse(day), 90, NOW));
    }

    @Test
    void aCloseTellsWhatBecamePrincipalOnce() {
        var agenda = Agenda.of(new Decided<>("loan-1", 3, given.loan()), START);
        assertThat(agenda.nextAction()).isEqualTo(FIRST_DUE);
        assertThat(agenda.plan().through(FIRST_DUE))
                .as("50.00 of the row, the rest, a day of the next")
                .isEqualTo(12_408);
        closes("2026-01-31");
        assertThat(told()).isEqualTo(cny("0.00"));
        closes("2026-02-01");
        closes("2026-02-02");
        assertThat(told()).isEqualTo(cny("72.30"));
        assertThat(Standing.of(given.loan()).on(FIRST_DUE).outstanding().principal())
                .isEqualTo(cny("12072.30"));
    }

    @Test
    void moneyThatEndsTheLoanPaysWhatBecamePrincipalBefore() {
        given.repaid("all", "2026-02-10", "13000.00");
        assertThat(told()).as("without any close").isEqualTo(cny("72.30"));
        assertThat(given.loan().state()).isEqualTo(LoanState.PAID_OFF);
        assertThat(sum(event -> switch (event) {
                    case PayoutConfirmed e -> e.amount();
                    case InterestCapitalized e -> e.more();
                    case RepaymentReceived e -> e.parts().principal().negate();
                    default -> cny("0.00");
                }))
                .isEqualTo(cny("0.00"));
        closes("2026-03-02");
        assertThat(told()).as("nothing more of a loan that has ended").isEqualTo(cny("72.30"));
    }

    @Test
    void nothingStaysPrincipalOfADebtWhosePayoutCameBack() {
        closes("2026-02-01");
        var day = LocalDate.parse("2026-02-03");
        assertThat(given.when(new ReturnPayout(LOAN, 1, 1, "account closed", day, day, NOW)))
                .hasExactlyElementsOfTypes(InterestCapitalized.class, PayoutReturned.class);
        assertThat(told()).isEqualTo(cny("0.00"));
        assertThat(given.loan().transactions()).extracting(Transaction::nr).containsExactly(1, 2, 3, 4);

        given.when(new CorrectPayee(LOAN, GivenLoan.payee("two"), "ann", "bob", NOW));
        given.when(new ConfirmPayout(LOAN, 1, 2, START, day, NOW));
        closes("2026-02-04");
        assertThat(told()).as("of the debt that is there again").isEqualTo(cny("72.30"));
    }
}
