package tallystick.bank.gateway.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.bank.gateway.instruction.Given.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.BankCommand.ConfirmUnsent;
import tallystick.bank.api.BankCommand.EndUnsent;
import tallystick.bank.api.BankCommand.Outcome;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.SilenceEscalated;
import tallystick.bank.api.Order;
import tallystick.kernel.InstructionId;

/** A cancel ends what the bank has not, and nothing else: what the bank may have is never said to be unsent. */
class CancelTest {
    private static final Order CANCEL = new Order.Cancel(new InstructionId("instr-2"), ORDERED);
    private static final EndUnsent END = new EndUnsent(ID, AT);
    private static final ConfirmUnsent DONE = new ConfirmUnsent(ID, DAY, AT);

    @Test
    void whatIsNotAtTheBankIsNotSentAfterItsCancel() {
        for (var order : List.of(PAY_OUT, CREDIT)) {
            var held = committed(order).and(hold(AT.plus(Duration.ofDays(3))));
            var backAfterDoubt = sent(order).and(unknown(1)).and(notSent(1));
            for (var unsent : List.of(committed(order), held, backAfterDoubt)) {
                var attempt = unsent.state().attempts() + 1;
                assertThat(unsent.when(END))
                        .containsExactly(
                                new InstructionRejected(ID, BANK, order, null, null, "CANCELLED_BEFORE_SENT", AT));
                assertThat(unsent.when(END)).as("a repeat").isEmpty();
                assertThatThrownBy(() -> unsent.when(start(attempt))).hasMessageContaining("it is REJECTED");
            }
        }
    }

    @Test
    void whatTheBankMayHaveIsNotEndedByItsCancel() {
        for (var sent : List.of(
                sent(),
                sent().and(unknown(1)),
                sent().and(accepted()),
                sent().and(confirmed(ORDERED)),
                sent().and(notSent(1)).and(accepted()))) {
            var state = sent.state().state();
            sent.when(END);
            assertThat(sent.state().state()).isEqualTo(state);
            assertThat(sent.when(END)).as("a repeat").isEmpty();
        }
    }

    /** Whether the cancel still waits, or the bank has said that it came too late. */
    @Test
    void whatPeopleSayWasNotSentIsNotSentAgainAfterItsCancel() {
        for (var order : List.of(PAY_OUT, CREDIT)) {
            var doubt = sent(order).and(unknown(1)).and(END).and(proposes("ann", Outcome.NOT_SENT, null));
            doubt.when(doubt.agrees("bob"));
            assertThatThrownBy(() -> doubt.when(start(2)))
                    .hasMessage("Instruction instr-1 was to be cancelled, and is not at the bank. It is not sent any"
                            + " more.");
            assertThat(doubt.when(END)).hasExactlyElementsOfTypes(InstructionRejected.class);
        }
    }

    @Test
    void whatTheBankIsProvenNotToHaveIsNotSentAgainAfterItsCancel() {
        var lost = sent().and(unknown(1)).and(END).and(notSent(1));
        assertThatThrownBy(() -> lost.when(start(2))).hasMessageContaining("was to be cancelled");
    }

    /** So its cancel knows, also after a crash between the two, that there is nothing to ask the bank for. */
    @Test
    void whatCameToNothingAsWantedIsToldFromWhatTheBankRefused() {
        assertThat(committed(PAY_OUT).and(END).state().isCancelled()).isTrue();
        assertThat(sent().and(unknown(1))
                        .and(END)
                        .and(notSent(1))
                        .and(END)
                        .state()
                        .isCancelled())
                .isTrue();
        assertThat(sent().and(rejected()).and(END).state().isCancelled()).isFalse();
        assertThat(sent().and(unknown(1)).and(END).state().isCancelled()).isFalse();
    }

    @Test
    void whatTheBankSaysOfTheCancelledIsABreak() {
        var cancelled = committed(PAY_OUT).and(END);
        assertThat(cancelled.when(confirmed(ORDERED))).hasSize(1);
        assertThat(cancelled.state().doubt().breaks()).hasSize(1);
    }

    @Test
    void aCancelThatTheBankHasNotHeardIsDoneWithItsOrder() {
        assertThat(committed(CANCEL).when(DONE)).hasExactlyElementsOfTypes(InstructionConfirmed.class);
        assertThat(committed(CANCEL).and(DONE).when(DONE)).as("a repeat").isEmpty();
        for (var other : List.of(committed(PAY_OUT), sent(CANCEL), sent(CANCEL).and(unknown(1)))) {
            assertThat(other.when(DONE)).isEmpty();
        }
    }

    @Test
    void rule13ACancelThatWaitsForItsOrderIsHandedOverAndEndedByHand() {
        var cancel = committed(CANCEL);
        assertThat(cancel.when(silence(1, AT.plus(Duration.ofDays(1)))))
                .hasExactlyElementsOfTypes(SilenceEscalated.class, DoubtHandedOver.class);
        cancel.and(proposes("ann", Outcome.REJECTED, null));
        cancel.when(cancel.agrees("bob"));
        assertThat(cancel.state().state()).isEqualTo(State.REJECTED);
        assertThat(committed(PAY_OUT).when(silence(1, AT.plus(Duration.ofDays(1)))))
                .isEmpty();
    }
}
