package tallystick.bank.gateway.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.bank.gateway.instruction.Given.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.BankCommand.ApproveResolution;
import tallystick.bank.api.BankCommand.Outcome;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionNotSent;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.ResolutionApproved;
import tallystick.bank.api.BankEvent.ResolutionProposed;

/** When asking does not help, two people say what became of it: four eyes, one hash, and the rules of money still hold. */
class ByHandTest {
    private static Given inDoubt() {
        return sent().and(unknown(1));
    }

    @Test
    void rule4TwoPeopleConfirmWhatTheBankDoesNotSay() {
        var doubt = inDoubt();
        assertThat(doubt.when(proposes("ann", Outcome.CONFIRMED, null)))
                .hasExactlyElementsOfTypes(ResolutionProposed.class);
        assertThat(doubt.state().state()).isEqualTo(State.UNKNOWN);
        assertThat(doubt.when(doubt.agrees("bob")))
                .hasExactlyElementsOfTypes(ResolutionApproved.class, InstructionConfirmed.class);
        assertThat(doubt.state().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void rule4TwoPeopleHaveItSentAgain() {
        var doubt = inDoubt().and(proposes("ann", Outcome.NOT_SENT, null));
        assertThat(doubt.when(doubt.agrees("bob")))
                .hasExactlyElementsOfTypes(ResolutionApproved.class, InstructionNotSent.class);
        doubt.when(start(2));
        assertThat(doubt.state().attempts()).isEqualTo(2);
    }

    @Test
    void twoPeopleEndItForGood() {
        var doubt = inDoubt().and(proposes("ann", Outcome.REJECTED, null));
        assertThat(doubt.when(doubt.agrees("bob")))
                .hasExactlyElementsOfTypes(ResolutionApproved.class, InstructionRejected.class);
    }

    @Test
    void repeatsDoNothing() {
        var doubt = inDoubt().and(proposes("ann", Outcome.CONFIRMED, null));
        assertThat(doubt.when(proposes("ann", Outcome.CONFIRMED, null))).isEmpty();
        var approval = doubt.agrees("bob");
        doubt.when(approval);
        assertThat(doubt.when(approval)).isEmpty();
    }

    @Test
    void onePersonIsNotTwo() {
        var doubt = inDoubt().and(proposes("ann", Outcome.CONFIRMED, null));
        assertThatThrownBy(() -> doubt.when(doubt.agrees("ann")))
                .hasMessage("Expected another person than ann, who proposed it; found the same. Ask a colleague.");
    }

    @Test
    void whatIsAgreedToIsWhatWasShown() {
        var doubt = inDoubt().and(proposes("ann", Outcome.CONFIRMED, null));
        var shown = ByHand.hash(doubt.state());
        doubt.when(proposes("ann", Outcome.NOT_SENT, null));
        assertThatThrownBy(() -> doubt.when(new ApproveResolution(ID, shown, "bob", AT)))
                .hasMessage("Expected the hash of the proposal as it stands; found another. Read it again.");
    }

    @Test
    void withoutAProposalThereIsNothingToAgreeTo() {
        var doubt = inDoubt();
        assertThatThrownBy(() -> doubt.when(doubt.agrees("bob")))
                .hasMessage(
                        "Expected a proposal for instruction instr-1; found none. Propose what became of it first.");
    }

    @Test
    void whatTheBankIsStillAskedAboutIsNotAPersons() {
        assertThatThrownBy(() -> sent().and(accepted()).when(proposes("ann", Outcome.CONFIRMED, null)))
                .hasMessage("Expected instruction instr-1 to be in doubt; it is ACCEPTED and the bank is still asked."
                        + " Wait for its word.");
        var ended = inDoubt().and(proposes("ann", Outcome.CONFIRMED, null)).and(rejected());
        assertThatThrownBy(() -> ended.when(ended.agrees("bob"))).hasMessageContaining("it is REJECTED");
    }

    @Test
    void rule11PeopleCannotConfirmAnotherAmountEither() {
        assertThatThrownBy(() -> inDoubt().when(proposes("ann", Outcome.CONFIRMED, cny("11999.99"))))
                .hasMessage("Expected CNY 12000.00 for instruction instr-1; found CNY 11999.99. Say what the order"
                        + " allows.");
    }

    @Test
    void whatWasNeverSentCannotHaveBeenDone() {
        var unsent = sent().and(notSent(1)).and(new DoubtHandedOver(ID, BANK, "operations", AT));
        assertThatThrownBy(() -> unsent.when(proposes("ann", Outcome.CONFIRMED, null)))
                .hasMessageContaining("Expected an instruction that was sent");
        assertThat(unsent.when(proposes("ann", Outcome.REJECTED, null))).hasSize(1);
    }

    @Test
    void theBanksLaterWordAgainstThePeoplesIsABreak() {
        var doubt = inDoubt().and(proposes("ann", Outcome.CONFIRMED, null));
        doubt.when(doubt.agrees("bob"));
        assertThat(doubt.when(rejected())).hasSize(1);
        assertThat(doubt.state().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void rule13WhenDoubtComesBackAPersonIsCalledAgain() {
        var doubt =
                inDoubt().and(silence(1, AT.plus(Duration.ofHours(25)))).and(proposes("ann", Outcome.NOT_SENT, null));
        doubt.when(doubt.agrees("bob"));
        doubt.and(start(2)).and(unknown(2));
        assertThat(doubt.when(silence(1, AT.plus(Duration.ofHours(25)))))
                .hasAtLeastOneElementOfType(DoubtHandedOver.class);
    }

    @Test
    void rule15AnOrderAfterCutOffIsHeldOnceAndItsAgeCountsFromTheOpening() {
        var opening = AT.plus(Duration.ofDays(3));
        var held = committed(PAY_OUT);
        assertThat(held.when(hold(opening))).hasSize(1);
        assertThat(held.when(hold(opening))).as("a repeat").isEmpty();
        assertThat(held.state().isOverdue(opening.plus(Duration.ofHours(23)))).isFalse();
        assertThat(held.state().isOverdue(opening.plus(Duration.ofHours(24)))).isTrue();
    }
}
