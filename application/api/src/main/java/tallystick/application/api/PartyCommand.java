package tallystick.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.PartyId;

/** What one may ask of a party. */
public sealed interface PartyCommand extends Addressed {
    @Override
    PartyId target();

    /** Makes the party known, or adds what was not known of it yet. */
    record IdentifyParty(PartyId target, PartyEvent.Shown shown, List<PartyEvent.Identifier> identifiers, Instant at)
            implements PartyCommand {}

    /**
     * The party turns out to be another one that is known. It stays, and whoever asks for it is shown the other.
     *
     * @param into a party that was not merged itself
     */
    record MergeParty(PartyId target, PartyId into, String reason, String by, Instant at) implements PartyCommand {}

    /** The merge was wrong: the party stands for itself again. */
    record SplitParty(PartyId target, String reason, String by, Instant at) implements PartyCommand {}

    record FlagParty(PartyId target, PartyEvent.Flag flag, String reason, String by, Instant at)
            implements PartyCommand {}

    record UnflagParty(PartyId target, PartyEvent.Flag flag, String reason, String by, Instant at)
            implements PartyCommand {}

    /** @param possibleFrom before this day the law wants the data kept; null when nothing stands against it */
    record EraseParty(PartyId target, @Nullable LocalDate possibleFrom, String reason, String by, Instant at)
            implements PartyCommand {}
}
