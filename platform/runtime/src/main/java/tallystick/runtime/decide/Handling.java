package tallystick.runtime.decide;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.runtime.store.Claim;
import tallystick.runtime.store.StoreEngine;

/** Handles one command of a kind inside the unit of work that the command bus has started. */
final class Handling<S> implements MessageHandler<CommandMessage<?>> {
    private final Kind<?, ?, S> kind;
    private final EventStore events;
    private final StoreEngine engine;
    private final IdLocks locks;
    private final Remembered remembered;
    private final Answers answers;

    Handling(
            Kind<?, ?, S> kind,
            EventStore events,
            StoreEngine engine,
            IdLocks locks,
            Remembered remembered,
            Answers answers) {
        this.kind = kind;
        this.events = events;
        this.engine = engine;
        this.locks = locks;
        this.remembered = remembered;
        this.answers = answers;
    }

    @Override
    public Object handle(CommandMessage<?> message) {
        var command = (Addressed) message.getPayload();
        var id = command.target().value();
        var unit = CurrentUnitOfWork.get();
        var lock = locks.of(id);
        lock.lock();
        unit.onCleanup(u -> lock.unlock());
        unit.onRollback(u -> distrust(id, u.getExecutionResult().getExceptionResult()));
        var decision = decide(command, message);
        unit.afterCommit(u -> remembered.keep(id, new Known<>(decision.version(), decision.state())));
        stage(decision, Metadata.once(message.getMetaData()));
        return decision.decided();
    }

    /** A refusal was checked against the store; whatever else ended the unit may mean that our memory is wrong. */
    private void distrust(String id, @Nullable Throwable cause) {
        if (!(cause instanceof CommandExecutionException)) {
            remembered.distrust(id);
        }
    }

    /**
     * First from what this node remembers, or as if the thing were new: the append refuses a decision made from a stale
     * state. What appends nothing is not checked by any append, so it counts only when decided from the store's state.
     */
    private Decision<S> decide(Addressed command, CommandMessage<?> message) {
        var id = command.target().value();
        var metadata = Metadata.forEvents(message.getMetaData());
        var expected = Metadata.expected(message.getMetaData());
        Known<S> memory = remembered.find(id);
        if (memory != null && (expected == null || memory.version() == expected)) {
            try {
                var decision = kind.decide(command, memory, metadata);
                if (!decision.events().isEmpty()) {
                    return decision;
                }
            } catch (RuntimeException e) {
                // A refusal, or a decision that makes no sense for this state: perhaps another node has gone on.
            }
        }
        var known = kind.load(id);
        if (expected != null && known.version() != expected) {
            throw new Stale(id, expected, known.version());
        }
        return kind.decide(command, known, metadata);
    }

    private void stage(Decision<S> decision, Origin.@Nullable Once once) {
        events.publish(decision.events());
        var staged = engine.staged();
        decision.claims().forEach(staged::claim);
        decision.snapshots().forEach(staged::snapshot);
        if (once != null) {
            var answer = answers.keep(once, decision.decided());
            staged.claim(new Claim(Answers.CLAIM, once.key(), decision.id(), answer, true));
        }
    }
}
