package tallystick.application.parties;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.PartyCommand;
import tallystick.application.api.PartyCommand.IdentifyParty;
import tallystick.application.api.PartyEvent;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.application.api.PartyEvent.IdentifiersAttached;
import tallystick.application.api.PartyEvent.PartyRegistered;
import tallystick.kernel.PartyId;

/** A real person or company, as far as we know how to find them. */
public record Party(PartyId id, PartyEvent.Shown shown, List<Identifier> identifiers) {
    public Party {
        identifiers = List.copyOf(identifiers);
    }

    static List<PartyEvent> decide(PartyCommand command, @Nullable Party is) {
        return switch (command) {
            case IdentifyParty c
            when is == null -> List.of(new PartyRegistered(c.target(), c.shown(), c.identifiers(), c.at()));
            case IdentifyParty c -> {
                var fresh = new ArrayList<>(c.identifiers());
                fresh.removeAll(is.identifiers);
                yield fresh.isEmpty() ? List.of() : List.of(new IdentifiersAttached(is.id, fresh, c.at()));
            }
        };
    }

    static Party after(@Nullable Party before, PartyEvent event) {
        return switch (event) {
            case PartyRegistered e -> new Party(e.party(), e.shown(), e.identifiers());
            case IdentifiersAttached e -> {
                if (before == null) {
                    throw new IllegalStateException("A party begins with PartyRegistered; found " + event + ".");
                }
                var all = new ArrayList<>(before.identifiers);
                all.addAll(e.identifiers());
                yield new Party(before.id, before.shown, all);
            }
        };
    }
}
