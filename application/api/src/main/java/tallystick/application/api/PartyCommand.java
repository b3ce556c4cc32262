package tallystick.application.api;

import java.time.Instant;
import java.util.List;
import tallystick.kernel.Addressed;
import tallystick.kernel.PartyId;

/** What one may ask of a party. */
public sealed interface PartyCommand extends Addressed {
    @Override
    PartyId target();

    /** Makes the party known, or adds what was not known of it yet. */
    record IdentifyParty(PartyId target, PartyEvent.Shown shown, List<PartyEvent.Identifier> identifiers, Instant at)
            implements PartyCommand {}
}
