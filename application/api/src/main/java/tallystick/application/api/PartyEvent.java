package tallystick.application.api;

import java.time.Instant;
import java.util.List;
import tallystick.kernel.PartyId;

/** Everything that can happen to a party. Stored for ever: add, never rename or move. */
public sealed interface PartyEvent {
    PartyId party();

    record PartyRegistered(PartyId party, Shown shown, List<Identifier> identifiers, Instant at)
            implements PartyEvent {}

    record IdentifiersAttached(PartyId party, List<Identifier> identifiers, Instant at) implements PartyEvent {}

    /**
     * How a party is found.
     *
     * @param kind such as {@code NATIONAL_ID}
     * @param hash keyed: nobody without the key can try numbers against it
     */
    record Identifier(String kind, String hash) {}

    /** Masked, for lists and screens. */
    record Shown(String name) {}
}
