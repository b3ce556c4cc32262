package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BankId;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.HoldLoan;
import tallystick.loan.api.LoanCommand.ReducePayout;
import tallystick.loan.api.LoanCommand.RejectPayout;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanCommand.StopPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.PayoutReduced;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.PayoutStopAsked;
import tallystick.loan.api.PayoutLegs;

/** Of two lenders one has paid its share and the other has not: what is paid may become the loan. */
class PaidInPartTest {
    private final GivenLoan given =
            GivenLoan.booked(cny("12000.00"), funding(lender("sandbox", "0.7"), lender("west", "0.3")));

    private static Lender lender(String bank, String share) {
        return Lender.of(BooksId.of(bank), new BankId(bank), new BigDecimal(share));
    }

    private static Funding funding(Lender... lenders) {
        return new Funding(Funding.Model.CO_LENT, lenders[0].books(), Arrays.asList(lenders), List.of());
    }

    private static ReducePayout reduced(String amount) {
        var terms = GivenLoan.terms(cny(amount));
        return new ReducePayout(LOAN, terms, funding(lender("sandbox", "1")), START.plusDays(3), NOW);
    }

    private List<LoanEvent> firstIsPaid() {
        return given.when(new ConfirmPayout(LOAN, 1, 1, START.plusDays(1), START.plusDays(1), NOW));
    }

    private List<LoanEvent> secondIsRejected() {
        return given.when(new RejectPayout(LOAN, 2, 1, "closed", NOW));
    }

    private void refused(ReducePayout command) {
        assertThatThrownBy(() -> given.when(command))
                .hasMessage("Expected %s of loan loan-1 to be paid, and every other order to be rejected; found another"
                                .formatted(command.terms().principal())
                        + " amount, or an order without its answer. Look at its orders.");
    }

    @Test
    void whatIsPaidBecomesTheLoan() {
        firstIsPaid();
        secondIsRejected();
        assertThat(given.when(reduced("8400.00"))).hasExactlyElementsOfTypes(PayoutReduced.class, LoanActivated.class);
        assertThat(given.when(reduced("8400.00"))).as("a repeat").isEmpty();
        assertThat(given.loan().activeSince()).isEqualTo(START.plusDays(1));
        var owed = Standing.of(given.loan()).on(LocalDate.parse("2026-02-01")).outstanding();
        assertThat(owed.principal()).isEqualTo(cny("8400.00"));
        // 8,400.00 x 0.12 x 30 / 365: of what was paid, from the day it was.
        assertThat(owed.interest()).isEqualTo(cny("82.85"));
        assertThat(given.loan().booked().payees())
                .singleElement()
                .satisfies(payee -> assertThat(payee.leg()).isEqualTo(1));
        assertThat(secondIsRejected()).as("a late answer").isEmpty();
        assertThat(given.when(new ConfirmPayout(LOAN, 2, 1, START, START, NOW))).isEmpty();
    }

    @Test
    void onlyWhatIsProven() {
        refused(reduced("8400.00"));
        firstIsPaid();
        refused(reduced("8400.00"));
        secondIsRejected();
        refused(reduced("8400.01"));
        given.when(new HoldLoan(LOAN, HoldReason.FRAUD, "looks odd", "ann", NOW));
        assertThatThrownBy(() -> given.when(reduced("8400.00"))).hasMessageContaining("it is held: FRAUD.");
    }

    @Test
    void aLoanThatIsWhollyPaidStaysAsItIs() {
        firstIsPaid();
        given.when(new ConfirmPayout(LOAN, 2, 1, START, START, NOW));
        refused(reduced("8400.00"));
    }

    private List<LoanEvent> firstComesBack() {
        return given.when(new ReturnPayout(LOAN, 1, 1, "asked back", START.plusDays(5), START.plusDays(5), NOW));
    }

    @Test
    void whatComesBackIsNoLoan() {
        firstIsPaid();
        secondIsRejected();
        firstComesBack();
        refused(reduced("8400.00"));
        assertThat(given.when(new CancelLoan(LOAN, "no car", "ann", NOW)))
                .hasExactlyElementsOfTypes(LoanCancelled.class);
    }

    /** The loan had begun already. */
    @Test
    void whatIsLeftWhenAShareComesBackMayBecomeTheLoan() {
        firstIsPaid();
        given.when(new ConfirmPayout(LOAN, 2, 1, START, START, NOW));
        given.when(new ReturnPayout(LOAN, 2, 1, "account closed", START.plusDays(5), START.plusDays(5), NOW));
        assertThat(given.loan().state()).isEqualTo(LoanState.PAYING_OUT);
        assertThat(given.when(reduced("8400.00"))).hasExactlyElementsOfTypes(PayoutReduced.class, LoanActivated.class);
        assertThat(Standing.of(given.loan()).on(START.plusDays(6)).outstanding().principal())
                .isEqualTo(cny("8400.00"));
    }

    @Test
    void onlyWhatIsOpenIsStopped() {
        firstIsPaid();
        assertThat(given.when(new StopPayout(LOAN, "no car", "ann", NOW)))
                .singleElement()
                .isInstanceOfSatisfying(PayoutStopAsked.class, e -> {
                    assertThat(e.means(PayoutLegs.order(LOAN, 2, 1))).isTrue();
                    assertThat(e.means(PayoutLegs.order(LOAN, 1, 1))).isFalse();
                });
    }

    @Test
    void theSmallerLoanComesBackAsAWhole() {
        firstIsPaid();
        secondIsRejected();
        given.when(reduced("8400.00"));
        assertThat(firstComesBack()).hasExactlyElementsOfTypes(PayoutReturned.class);
        assertThat(given.when(reduced("8400.00"))).as("a repeat").isEmpty();
        assertThat(given.loan().terms().principal()).isEqualTo(cny("8400.00"));
        assertThat(given.when(new CancelLoan(LOAN, "no car", "ann", NOW)))
                .hasExactlyElementsOfTypes(LoanCancelled.class);
    }
}
