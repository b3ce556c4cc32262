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

    record PartyMerged(PartyId party, PartyId into, String reason, String by, Instant at) implements PartyEvent {}

    record PartySplit(PartyId party, PartyId from, String reason, String by, Instant at) implements PartyEvent {}

    record PartyFlagged(PartyId party, Flag flag, String reason, String by, Instant at) implements PartyEvent {}

    record FlagTakenBack(PartyId party, Flag flag, String reason, String by, Instant at) implements PartyEvent {}

    /** Its keys are deleted after this, and with them every word about it. */
    record PartyErased(PartyId party, String reason, String by, Instant at) implements PartyEvent {}

    /** What is to be kept in mind about a party. */
    enum Flag {
        /** A customer one does not want to lose. */
        STAR,
        /** Somebody to look at twice. */
        WATCH,
        /** Nothing is paid out to the party. */
        HOLD,
        /** A fraud of the party is confirmed; whoever is closely connected is looked at. */
        FRAUD
    }

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
