package tallystick.runtime.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import tallystick.kernel.Addressed;
import tallystick.kernel.Refused;
import tallystick.runtime.store.Appended;
import tallystick.runtime.store.StoreEngine;

/** Decides a chunk of commands of one kind: one load, the same pure decisions, appends queued together. */
final class Many {
    private final Kinds kinds;
    private final StoreEngine engine;
    private final Remembered remembered;

    Many(Kinds kinds, StoreEngine engine, Remembered remembered) {
        this.kinds = kinds;
        this.engine = engine;
        this.remembered = remembered;
    }

    private sealed interface Step<S> {
        record Queued<S>(Addressed command, Decision<S> decision, CompletableFuture<Appended> answer)
                implements Step<S> {}

        record Over<S>(Outcome<S> outcome) implements Step<S> {}
    }

    /**
     * Each command has its own outcome, in their order.
     *
     * @param alone decides one command by itself; for those that met a conflict
     */
    <S> List<Outcome<S>> decide(
            List<? extends Addressed> commands, MetaData metadata, Function<Addressed, Outcome<S>> alone) {
        if (commands.isEmpty()) {
            return List.of();
        }
        Kind<?, ?, S> kind = kinds.of(commands.getFirst());
        var ids = commands.stream().map(command -> command.target().value()).collect(Collectors.toSet());
        var states = kind.load(ids);
        var steps = new ArrayList<Step<S>>();
        for (var command : commands) {
            steps.add(queue(kind, command, states, metadata));
        }
        return steps.stream().map(step -> outcome(step, alone)).toList();
    }

    private <S> Step<S> queue(Kind<?, ?, S> kind, Addressed command, Map<String, Known<S>> states, MetaData metadata) {
        var id = command.target().value();
        try {
            var decision = kind.decide(command, Objects.requireNonNull(states.get(id)), Metadata.forEvents(metadata));
            if (decision.events().isEmpty()) {
                return new Step.Over<>(new Outcome.Done<>(decision.decided()));
            }
            var answer = engine.submit(decision.events(), decision.claims(), decision.snapshots());
            states.put(id, new Known<>(decision.version(), decision.state())); // For the next command to this thing.
            return new Step.Queued<>(command, decision, answer);
        } catch (Refused e) {
            return new Step.Over<>(new Outcome.Refused<>(e.refusal()));
        } catch (RuntimeException e) {
            return new Step.Over<>(new Outcome.Failed<>(id, e));
        }
    }

    private <S> Outcome<S> outcome(Step<S> step, Function<Addressed, Outcome<S>> alone) {
        return switch (step) {
            case Step.Over<S>(var outcome) -> outcome;
            case Step.Queued<S>(var command, var decision, var answer) -> {
                remembered.distrust(decision.id());
                try {
                    engine.await(answer);
                    yield new Outcome.Done<>(decision.decided());
                } catch (ConcurrencyException e) {
                    yield alone.apply(command);
                } catch (RuntimeException e) {
                    yield new Outcome.Failed<>(decision.id(), e);
                }
            }
        };
    }
}
