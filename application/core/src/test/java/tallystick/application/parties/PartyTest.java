package tallystick.application.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.PartyCommand;
import tallystick.application.api.PartyCommand.*;
import tallystick.application.api.PartyEvent;
import tallystick.application.api.PartyEvent.*;
import tallystick.kernel.PartyId;

/** A party: identified, merged and split, flagged, erased. */
class PartyTest {
    private static final PartyId PARTY = new PartyId("party-1");
    private static final PartyId OTHER = new PartyId("party-2");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private @Nullable Party party;

    private List<PartyEvent> when(PartyCommand command) {
        var events = Party.decide(command, party);
        events.forEach(event -> party = Party.after(party, event));
        return events;
    }

    private Party now() {
        return Objects.requireNonNull(party);
    }

    private List<PartyEvent> identified(String hash) {
        return when(new IdentifyParty(PARTY, new Shown("L* L**"), List.of(new Identifier("PHONE", hash)), NOW));
    }

    @Test
    void newIdentifiersAttachOnce() {
        identified("a");
        assertThat(identified("a")).isEmpty();
        assertThat(identified("b"))
                .containsExactly(new IdentifiersAttached(PARTY, List.of(new Identifier("PHONE", "b")), NOW));
    }

    @Test
    void aMergeIsUndoneWithItsReason() {
        identified("a");
        when(new MergeParty(PARTY, OTHER, "one person", "olga", NOW));
        assertThat(now().mergedInto()).isEqualTo(OTHER);
        assertThat(when(new MergeParty(PARTY, OTHER, "one person", "olga", NOW)))
                .isEmpty();
        assertThat(when(new SplitParty(PARTY, "two brothers", "olga", NOW)))
                .containsExactly(new PartySplit(PARTY, OTHER, "two brothers", "olga", NOW));
        assertThat(now().mergedInto()).isNull();
        assertThat(when(new SplitParty(PARTY, "two brothers", "olga", NOW))).isEmpty();
    }

    @Test
    void aPartyIsNotMergedWithItself() {
        identified("a");
        assertThatThrownBy(() -> when(new MergeParty(PARTY, PARTY, "so", "olga", NOW)))
                .hasMessageContaining("Expected two parties to merge; found party-1 twice.");
    }

    @Test
    void whatIsMergedIsNotMergedAgain() {
        identified("a");
        when(new MergeParty(PARTY, OTHER, "one person", "olga", NOW));
        assertThatThrownBy(() -> when(new MergeParty(PARTY, new PartyId("party-3"), "so", "olga", NOW)))
                .hasMessageContaining("Expected party-1 to stand for itself; it is merged into party-2.");
    }

    @Test
    void anErasureWaitsForTheLaw() {
        identified("a");
        assertThatThrownBy(() -> when(new EraseParty(PARTY, LocalDate.of(2036, 1, 2), "asked", "admin", NOW)))
                .hasMessageContaining("it may be erased from 2036-01-02 on");
        assertThatThrownBy(() -> when(new EraseParty(PARTY, LocalDate.MAX, "asked", "admin", NOW)))
                .hasMessageContaining("it may be erased from the end of what is open on");
        when(new FlagParty(PARTY, Flag.HOLD, "lawsuit", "olga", NOW));
        assertThatThrownBy(() -> when(new EraseParty(PARTY, null, "asked", "admin", NOW)))
                .hasMessageContaining("Expected no hold on party-1; there is one.");
        when(new UnflagParty(PARTY, Flag.HOLD, "settled", "sara", NOW));
        when(new EraseParty(PARTY, null, "asked", "admin", NOW));
        assertThat(now().shown().name()).isEqualTo("***");
        assertThat(now().identifiers()).isEmpty();
        assertThat(when(new EraseParty(PARTY, null, "asked", "admin", NOW))).isEmpty();
    }

    @Test
    void nobodyUnknownIsChanged() {
        assertThatThrownBy(() -> when(new SplitParty(PARTY, "so", "olga", NOW)))
                .hasMessageContaining("Expected a party party-1; found none.");
    }
}
