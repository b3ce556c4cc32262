package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.loan.api.Change;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.HoldLoan;
import tallystick.loan.api.LoanCommand.LiftHold;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.QuotePayoff;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.FeeCharged;
import tallystick.loan.api.LoanEvent.LateFeeCorrected;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.Source;
import tallystick.loan.api.Terms;
import tallystick.runtime.decide.Decided;

/** Rows of 4,079.17 due on 1 February, March and April; five days of grace; 5 % of what is left, or 50.00. */
class LateFeesTest {
    private static final Terms.LateFee FLAT = new Terms.LateFee(cny("50.00"), null, 5, null, null);

    private final GivenLoan given = GivenLoan.charging(new Terms.LateFee(null, new BigDecimal("0.05"), 5, null, null));

    private static List<FeeCharged> fees(List<LoanEvent> events) {
        return events.stream()
                .filter(FeeCharged.class::isInstance)
                .map(FeeCharged.class::cast)
                .toList();
    }

    private @Nullable LocalDate nextActionAfter(String closed) {
        return Agenda.of(new Decided<>("loan-1", 1, given.loan()), day(closed)).nextAction();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Test
    void aRowIsChargedOnceByTheCloseOfTheDayAfterItsGrace() {
        assertThat(fees(given.closes("2026-02-06"))).isEmpty();
        var fee = fees(given.closes("2026-02-07"));
        assertThat(fee).singleElement().satisfies(charged -> {
            assertThat(charged.amount()).isEqualTo(cny("203.96"));
            assertThat(charged.date()).isEqualTo("2026-02-07");
            assertThat(charged.late())
                    .isEqualTo(new LoanEvent.Late(day("2026-02-01"), cny("4079.17"), cny("203.96"), null));
        });
        assertThat(given.closes("2026-02-07")).isEmpty();
        assertThat(fees(given.closes("2026-02-08"))).isEmpty();
    }

    @Test
    void whatIsPaidWithinTheGraceBearsNone() {
        given.repaid("a", "2026-02-06", "4079.17");
        assertThat(fees(given.closes("2026-02-07"))).isEmpty();
    }

    @Test
    void whatIsPaidADayTooLateBearsOneOnWhatWasLeft() {
        given.repaid("a", "2026-02-03", "79.17");
        given.repaid("b", "2026-02-07", "4000.00");
        assertThat(nextActionAfter("2026-02-06")).isEqualTo("2026-02-07");
        assertThat(fees(given.closes("2026-02-07")))
                .singleElement()
                .satisfies(charged -> assertThat(charged.amount()).isEqualTo(cny("200.00")));
    }

    @Test
    void theAgendaKnowsTheDay() {
        given.closes("2026-02-02");
        assertThat(nextActionAfter("2026-02-04")).isEqualTo("2026-02-07");
    }

    @Test
    void aPaymentThatHadComeInTimeTakesTheFeeBackAndWhatPaidItPaysTheDebt() {
        given.closes("2026-02-07");
        given.repaid("a", "2026-02-10", "4283.13");
        var events = given.repaid("b", "2026-02-05", "4079.17");
        assertThat(events)
                .filteredOn(LateFeeCorrected.class::isInstance)
                .singleElement(InstanceOfAssertFactories.type(LateFeeCorrected.class))
                .satisfies(corrected -> assertThat(corrected.amount()).isEqualTo(cny("0.00")));
        assertThat(events).hasAtLeastOneElementOfType(LoanRestated.class);
        var now = Standing.of(given.loan()).on(day("2026-02-10"));
        assertThat(given.loan().transactions()).allSatisfy(moved -> {
            if (moved.parts() != null) {
                assertThat(moved.parts().penalties()).isEqualTo(cny("0.00"));
            }
        });
        assertThat(now.outstanding().penalties()).isEqualTo(cny("0.00"));
    }

    @Test
    void aPartThatCameInTimeMakesItSmallerAndItsReversalLargerAgain() {
        given.closes("2026-02-07");
        var events = given.repaid("a", "2026-02-05", "4000.00");
        assertThat(events)
                .filteredOn(LateFeeCorrected.class::isInstance)
                .singleElement(InstanceOfAssertFactories.type(LateFeeCorrected.class))
                .satisfies(corrected -> assertThat(corrected.amount()).isEqualTo(cny("3.96")));
        given.when(new ReverseTransaction(LOAN, 2, "RETURNED", day("2026-02-20"), day("2026-02-20"), "bank", NOW));
        assertThat(given.loan().charges().getFirst().amount()).isEqualTo(cny("203.96"));
    }

    @Test
    void aReturnedPaymentLeavesARowLateThatTheNextCloseCharges() {
        given.repaid("a", "2026-02-01", "4079.17");
        assertThat(fees(given.closes("2026-02-07"))).isEmpty();
        given.when(new ReverseTransaction(LOAN, 2, "RETURNED", day("2026-02-20"), day("2026-02-20"), "bank", NOW));
        given.repaid("b", "2026-02-20", "4079.17");
        assertThat(nextActionAfter("2026-02-19")).isEqualTo("2026-02-20");
        assertThat(fees(given.closes("2026-02-20")))
                .singleElement()
                .satisfies(charged -> assertThat(charged.date()).isEqualTo("2026-02-20"));
    }

    @Test
    void noFeeForWantOfAFee() {
        given.closes("2026-02-07");
        given.repaid("a", "2026-02-10", "4079.17");
        given.repaid("b", "2026-03-01", "4079.17");
        assertThat(Standing.of(given.loan()).on(day("2026-03-07")).overdue()).isEqualTo(cny("203.96"));
        assertThat(fees(given.closes("2026-03-07"))).isEmpty();
    }

    @Test
    void bothBoundsHold() {
        var bounded =
                GivenLoan.charging(new Terms.LateFee(null, new BigDecimal("0.05"), 5, cny("150.00"), cny("200.00")));
        assertThat(fees(bounded.closes("2026-02-07")).getFirst().amount()).isEqualTo(cny("150.00"));
        assertThat(fees(bounded.closes("2026-03-07")).getFirst().amount()).isEqualTo(cny("50.00"));
        assertThat(fees(bounded.closes("2026-04-07"))).isEmpty();
    }

    @Test
    void aWaivedFeeStaysWaived() {
        var flat = GivenLoan.charging(FLAT);
        flat.closes("2026-02-07");
        flat.when(new ProposeChange(
                LOAN,
                "c1",
                new Change.WaiveFee(1, cny("50.00")),
                "goodwill",
                cny("50.00"),
                day("2026-02-08"),
                day("2026-02-08"),
                "ann",
                NOW));
        assertThat(fees(flat.closes("2026-02-08"))).isEmpty();
        flat.repaid("a", "2026-02-05", "4079.17");
        assertThat(flat.loan().charges().getFirst().amount()).isEqualTo(cny("0.00"));
        flat.when(new ReverseTransaction(LOAN, 2, "RETURNED", day("2026-02-20"), day("2026-02-20"), "bank", NOW));
        assertThat(flat.loan().charges().getFirst().amount()).isEqualTo(cny("50.00"));
        assertThat(flat.loan().charges().getFirst().left()).isEqualTo(cny("0.00"));
    }

    @Test
    void nothingIsChargedOnHoldNorForItAfterwards() {
        given.when(new HoldLoan(LOAN, HoldReason.DISPUTE, "asks why", "ann", NOW));
        assertThat(fees(given.closes("2026-02-07"))).isEmpty();
        given.when(new LiftHold(LOAN, "settled", "ann", NOW.plus(Duration.ofDays(40))));
        assertThat(fees(given.closes("2026-02-11"))).isEmpty();
        assertThat(fees(given.closes("2026-03-07"))).hasSize(1);
    }

    @Test
    void noFeeComesOnTopOfAPayoffThatIsQuoted() {
        given.when(new QuotePayoff(LOAN, "Q-1", day("2026-02-08"), day("2026-02-06"), "ann", NOW));
        assertThat(fees(given.closes("2026-02-07"))).isEmpty();
        assertThat(nextActionAfter("2026-02-07")).isEqualTo("2026-02-09");
        assertThat(fees(given.closes("2026-02-09"))).hasSize(1);
    }

    @Test
    void whoPaysWhatWasQuotedIsDoneThoughTheFeesDayCame() {
        given.when(new QuotePayoff(LOAN, "Q-1", day("2026-02-08"), day("2026-02-06"), "ann", NOW));
        given.closes("2026-02-07");
        var quoted = given.loan().quote("Q-1").orElseThrow().total();
        var events = given.when(new ReceiveRepayment(
                LOAN,
                quoted,
                day("2026-02-08"),
                day("2026-02-08"),
                Source.BANK_CALLBACK,
                "p",
                null,
                "Q-1",
                "ann",
                NOW));
        assertThat(events).hasExactlyElementsOfTypes(RepaymentReceived.class, LoanPaidOff.class);
        assertThat(fees(given.closes("2026-02-09"))).isEmpty();
    }

    @Test
    void whatTheCapForbidsIsNotChargedAndTold() {
        var dear = GivenLoan.charging(new Terms.LateFee(cny("900.00"), null, 5, null, null));
        var first = fees(dear.closes("2026-02-07")).getFirst();
        assertThat(first.amount()).isEqualTo(cny("258.17"));
        assertThat(first.late()).extracting(LoanEvent.Late::cap).isEqualTo("CN-FINANCIAL");
        var before = GivenLoan.charging(FLAT).loan();
        var check = RealCost.check(before, RealCost.cap(before).orElseThrow(), day("2026-02-07"));
        assertThat(check.allowed(cny("258.18"), day("2026-02-07")))
                .as("one cent more")
                .isEqualTo(cny("258.17"));
    }

    @Test
    void anInvalidRuleIsRefusedByItsField() {
        assertThatThrownBy(() -> GivenLoan.charging(new Terms.LateFee(cny("1.00"), BigDecimal.ONE, 5, null, null)))
                .hasMessage("lateFee has both must have an amount or a fraction, and not both");
    }
}
