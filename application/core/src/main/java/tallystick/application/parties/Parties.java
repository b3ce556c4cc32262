package tallystick.application.parties;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.PartyCommand.IdentifyParty;
import tallystick.application.api.PartyEvent;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.kernel.Ids;
import tallystick.kernel.PartyId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.masking.Mask;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.IdentifierKind;

/**
 * Finds the party behind a national id and makes it known when it is new. The id follows from the keyed hash of the
 * number, so two officers who enter one person at the same moment mean the same party.
 */
public final class Parties {
    private final BlindIndex index;
    private final Commands commands;
    private final InstantSource clock;

    Parties(BlindIndex index, Commands commands, InstantSource clock) {
        this.index = index;
        this.commands = commands;
        this.clock = clock;
    }

    /** The party of a person with this national id. */
    public PartyId resolve(String nationalId) {
        return new PartyId(Ids.derived(PartyId.KIND, index.of(IdentifierKind.NATIONAL_ID, nationalId)));
    }

    /** Makes it known, with every identifier that is given. Safe to repeat. */
    public void identify(
            PartyId party,
            String name,
            String nationalId,
            @Nullable String phone,
            @Nullable String account,
            String by) {
        var known = new ArrayList<>(List.of(identifier(IdentifierKind.NATIONAL_ID, nationalId)));
        if (phone != null) {
            known.add(identifier(IdentifierKind.PHONE, phone));
        }
        if (account != null) {
            known.add(identifier(IdentifierKind.ACCOUNT, account));
        }
        commands.send(
                new IdentifyParty(party, new PartyEvent.Shown(Mask.NAME.of(name)), known, clock.instant()),
                Origin.of(by));
    }

    private Identifier identifier(IdentifierKind kind, String clear) {
        return new Identifier(kind.name(), index.of(kind, clear));
    }
}
