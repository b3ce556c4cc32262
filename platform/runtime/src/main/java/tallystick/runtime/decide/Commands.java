package tallystick.runtime.decide;

import java.util.List;
import tallystick.kernel.Addressed;

/**
 * The one door for commands. Every command is a root unit of work: called from a handler or saga it runs on its own
 * virtual thread, so that its events never hang on the caller's transaction.
 */
public interface Commands {
    /**
     * Returns when the events are durable.
     *
     * @throws tallystick.kernel.Refused when the decision is no
     * @throws tallystick.runtime.store.ClaimTaken when something that must be unique is taken, the request's own
     *     idempotency key included
     * @throws tallystick.runtime.store.Conflict when others kept changing the same thing
     */
    <S> Decided<S> send(Addressed command, Origin origin);

    /** As {@link #send(Addressed, Origin)}, by the machine part itself. For sagas and handlers; waits with a limit. */
    <S> Decided<S> sendAndWait(Addressed command);

    /** Decides many commands of one kind with one load and one append; each has its own outcome, in their order. */
    <S> List<Outcome<S>> decideMany(List<? extends Addressed> commands, Origin origin);
}
