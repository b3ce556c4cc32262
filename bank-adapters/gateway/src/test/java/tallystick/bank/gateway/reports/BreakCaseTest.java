package tallystick.bank.gateway.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.BreakCommand.ApproveExplanation;
import tallystick.bank.api.BreakCommand.ProposeExplanation;
import tallystick.bank.api.BreakEvent.BreakResolved;
import tallystick.bank.api.BreakId;

/** A break is closed by two people, and stays closed. */
class BreakCaseTest {
    private static final BreakId ID = new BreakId("break-1");
    private static final Instant AT = Instant.parse("2026-01-02T01:02:03Z");

    private static ProposeExplanation explains(String who, String kind) {
        return new ProposeExplanation(ID, kind, "The bank corrected itself.", who, AT);
    }

    private static BreakCase proposed() {
        return BreakCase.after(
                null, BreakCase.decide(explains("ann", "amount"), null).getFirst());
    }

    private static ApproveExplanation agrees(String who) {
        return new ApproveExplanation(ID, proposed().hash(), who, AT);
    }

    @Test
    void twoPeopleCloseIt() {
        var events = BreakCase.decide(agrees("bob"), proposed());
        assertThat(events).hasExactlyElementsOfTypes(BreakResolved.class);
        var closed = BreakCase.after(proposed(), events.getFirst());
        assertThat(BreakCase.decide(agrees("bob"), closed)).as("a repeat").isEmpty();
        assertThatThrownBy(() -> BreakCase.decide(explains("ann", "amount"), closed))
                .hasMessage("Expected break break-1 to be open; ann and bob resolved it.");
    }

    @Test
    void onePersonIsNotTwo() {
        assertThatThrownBy(() -> BreakCase.decide(agrees("ann"), proposed()))
                .hasMessage("Expected another person than ann, who proposed it; found the same. Ask a colleague.");
    }

    @Test
    void whatIsAgreedToIsWhatWasShown() {
        var other = new ApproveExplanation(ID, "0", "bob", AT);
        assertThatThrownBy(() -> BreakCase.decide(other, proposed()))
                .hasMessage("Expected the hash of the proposal as it stands; found another. Read it again.");
    }

    @Test
    void theSameExplanationAgainDoesNothing() {
        assertThat(BreakCase.decide(explains("ann", "amount"), proposed())).isEmpty();
    }

    @Test
    void aDoubtIsNotExplainedAway() {
        assertThatThrownBy(() -> BreakCase.decide(explains("ann", "doubt"), null))
                .hasMessage("Expected a break that can be explained; break-1 is a doubt. Resolve its instruction.");
    }

    @Test
    void withoutAnExplanationThereIsNothingToAgreeTo() {
        assertThatThrownBy(() -> BreakCase.decide(agrees("bob"), null))
                .hasMessage("Expected an explanation of break break-1; found none. Propose one first.");
        assertThat(Objects.requireNonNull(proposed()).resolvedBy()).isNull();
    }
}
