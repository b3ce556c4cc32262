package tallystick.application.parties;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.PartyCommand;
import tallystick.application.api.PartyCommand.*;
import tallystick.application.api.PartyEvent;
import tallystick.application.api.PartyEvent.*;
import tallystick.kernel.PartyId;
import tallystick.runtime.decide.Decider;

/**
 * A real person or company, as far as we know how to find them.
 *
 * @param mergedInto the party it turned out to be; null while it stands for itself
 */
public record Party(
        PartyId id,
        PartyEvent.Shown shown,
        List<Identifier> identifiers,
        @Nullable PartyId mergedInto,
        Set<Flag> flags,
        boolean erased) {
    public Party {
        identifiers = List.copyOf(identifiers);
        flags = Set.copyOf(flags);
    }

    /** Connects parties to the machine. */
    static Decider<PartyCommand, PartyEvent, Party> decider() {
        return Decider.of("party", PartyCommand.class, PartyEvent.class, Party.class, Party::decide, Party::after);
    }

    static List<PartyEvent> decide(PartyCommand command, @Nullable Party is) {
        if (is == null) {
            return switch (command) {
                case IdentifyParty c -> List.of(new PartyRegistered(c.target(), c.shown(), c.identifiers(), c.at()));
                case MergeParty _, SplitParty _, FlagParty _, UnflagParty _, EraseParty _ ->
                    throw Refusals.unknown(command.target());
            };
        }
        return switch (command) {
            case IdentifyParty c -> is.identify(c);
            case MergeParty c -> is.merge(c);
            case SplitParty c -> is.split(c);
            case FlagParty c ->
                is.flags.contains(c.flag())
                        ? List.of()
                        : List.of(new PartyFlagged(is.id, c.flag(), c.reason(), c.by(), c.at()));
            case UnflagParty c ->
                is.flags.contains(c.flag())
                        ? List.of(new FlagTakenBack(is.id, c.flag(), c.reason(), c.by(), c.at()))
                        : List.of();
            case EraseParty c -> is.erase(c);
        };
    }

    private List<PartyEvent> identify(IdentifyParty c) {
        var fresh = new ArrayList<>(c.identifiers());
        fresh.removeAll(identifiers);
        return fresh.isEmpty() ? List.of() : List.of(new IdentifiersAttached(id, fresh, c.at()));
    }

    private List<PartyEvent> merge(MergeParty c) {
        if (c.into().equals(id)) {
            throw Refusals.withItself(id);
        }
        if (c.into().equals(mergedInto)) {
            return List.of();
        }
        if (mergedInto != null) {
            throw Refusals.mergedAlready(id, mergedInto);
        }
        return List.of(new PartyMerged(id, c.into(), c.reason(), c.by(), c.at()));
    }

    private List<PartyEvent> split(SplitParty c) {
        return mergedInto == null ? List.of() : List.of(new PartySplit(id, mergedInto, c.reason(), c.by(), c.at()));
    }

    private List<PartyEvent> erase(EraseParty c) {
        if (erased) {
            return List.of();
        }
        if (flags.contains(Flag.HOLD)) {
            throw Refusals.legalHold(id);
        }
        if (c.possibleFrom() != null) {
            throw Refusals.mustBeKept(id, c.possibleFrom());
        }
        return List.of(new PartyErased(id, c.reason(), c.by(), c.at()));
    }

    static Party after(@Nullable Party before, PartyEvent event) {
        if (event instanceof PartyRegistered e) {
            return new Party(e.party(), e.shown(), e.identifiers(), null, Set.of(), false);
        }
        if (before == null) {
            throw new IllegalStateException("A party begins with PartyRegistered; found " + event + ".");
        }
        return switch (event) {
            case PartyRegistered _ -> before;
            case IdentifiersAttached e -> before.with(e.identifiers());
            case PartyMerged e -> before.into(e.into());
            case PartySplit _ -> before.into(null);
            case PartyFlagged e -> before.flagged(e.flag(), true);
            case FlagTakenBack e -> before.flagged(e.flag(), false);
            case PartyErased _ ->
                new Party(before.id, new Shown("***"), List.of(), before.mergedInto, before.flags, true);
        };
    }

    private Party with(List<Identifier> more) {
        var all = new ArrayList<>(identifiers);
        all.addAll(more);
        return new Party(id, shown, all, mergedInto, flags, erased);
    }

    private Party into(@Nullable PartyId other) {
        return new Party(id, shown, identifiers, other, flags, erased);
    }

    private Party flagged(Flag flag, boolean on) {
        var now = EnumSet.noneOf(Flag.class);
        now.addAll(flags);
        if (on) {
            now.add(flag);
        } else {
            now.remove(flag);
        }
        return new Party(id, shown, identifiers, mergedInto, now, erased);
    }
}
