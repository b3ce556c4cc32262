package tallystick.application.parties;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tallystick.application.api.PartyCommand.IdentifyParty;
import tallystick.application.api.PartyEvent;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.kernel.Ids;
import tallystick.kernel.PartyId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Things;
import tallystick.runtime.masking.Mask;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.IdentifierKind;

/**
 * Finds the party behind a national id and makes it known when it is new. The id follows from the keyed hash of the
 * number, so two officers who enter one person at the same moment mean the same party.
 */
public final class Parties {
    /** A chain of merges is never longer; one that is has a ring in it. */
    private static final int LONGEST_CHAIN = 10;

    private final BlindIndex index;
    private final Commands commands;
    private final Things things;
    private final InstantSource clock;

    Parties(BlindIndex index, Commands commands, Things things, InstantSource clock) {
        this.index = index;
        this.commands = commands;
        this.things = things;
        this.clock = clock;
    }

    /**
     * The party of a person with this national id; where it was merged, the one it turned out to be. Who was erased and
     * comes back is somebody new.
     */
    public PartyId resolve(String nationalId) {
        var hash = index.of(IdentifierKind.NATIONAL_ID, nationalId);
        var party = new PartyId(Ids.derived(PartyId.KIND, hash));
        for (var life = 2; found(party).filter(Party::erased).isPresent(); life++) {
            party = new PartyId(Ids.derived(PartyId.KIND, hash, Integer.toString(life)));
        }
        return standing(party);
    }

    /** Follows merges to their end. */
    PartyId standing(PartyId party) {
        var now = party;
        for (var step = 0; step < LONGEST_CHAIN; step++) {
            var next = found(now).map(Party::mergedInto);
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
        throw new IllegalStateException("Expected merges of %s to end; found a ring.".formatted(party));
    }

    Optional<Party> found(PartyId party) {
        return things.find(Party.class, party.value()).map(Decided::state);
    }

    /** Makes it known, with everything it may be found by or connected through. Safe to repeat. */
    public void identify(PartyId party, String name, List<Identifier> identifiers, String by) {
        commands.send(
                new IdentifyParty(party, new PartyEvent.Shown(Mask.NAME.of(name)), identifiers, clock.instant()),
                Origin.of(by));
    }

    /** What somebody is found by, hashed. */
    public List<Identifier> identifiers(Map<IdentifierKind, String> clear) {
        return clear.entrySet().stream()
                .map(entry -> identifier(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Identifier::kind))
                .toList();
    }

    public Identifier identifier(IdentifierKind kind, String clear) {
        return new Identifier(kind.name(), index.of(kind, clear));
    }

    /** What connects people without telling who they are, such as an address; never used to look somebody up. */
    public Identifier connection(String kind, String clear) {
        var normal = clear.replaceAll("\\s+", " ").strip().toUpperCase(Locale.ROOT);
        return new Identifier(kind, index.keyed("connection-" + kind, normal.getBytes(StandardCharsets.UTF_8)));
    }
}
