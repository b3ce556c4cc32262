package tallystick.bank.gateway.work;

import java.util.List;
import tallystick.kernel.Addressed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;

/**
 * Sends commands of one kind: those that come while others are decided are decided together, with one load and one append,
 * and each has its own outcome.
 *
 * @param <S> the state of what decides
 */
public final class Together<S> {
    private static final int MOST_AT_ONCE = 64;

    private final Commands commands;
    private final Origin who;
    private final Gathering<Addressed, Outcome<S>> gathering;

    public Together(String name, Commands commands) {
        this.commands = commands;
        who = Origin.of(name);
        gathering = new Gathering<>(name, MOST_AT_ONCE, all -> commands.decideMany(all, who));
    }

    /** Returns when the events are durable; throws as a command that is sent alone does. */
    public Decided<S> send(Addressed command) {
        return done(gathering.ask(command));
    }

    /** The same for many that are known already, each about another thing; the first that fails is thrown. */
    public List<Decided<S>> sendAll(List<? extends Addressed> all) {
        return commands.<S>decideMany(all, who).stream().map(Together::done).toList();
    }

    private static <S> Decided<S> done(Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Done<S>(var decided) -> decided;
            case Outcome.Refused<S>(var refusal) -> throw refusal.asException();
            case Outcome.Failed<S>(var _, var cause) -> throw cause;
        };
    }
}
