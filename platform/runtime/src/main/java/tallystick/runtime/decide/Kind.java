package tallystick.runtime.decide;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.runtime.store.Claim;
import tallystick.runtime.store.Histories;
import tallystick.runtime.store.History;
import tallystick.runtime.store.NewSnapshot;
import tools.jackson.databind.json.JsonMapper;

/** One kind of thing: finds its states and turns commands into what is to be stored. The same for one and for many. */
final class Kind<C extends Addressed, E, S> {
    private final Decider<C, E, S> decider;
    private final Histories histories;
    private final JsonMapper json;
    private final InstantSource clock;
    private final int snapshotEvery;
    private final String shape;

    Kind(Decider<C, E, S> decider, Histories histories, JsonMapper json, InstantSource clock, int snapshotEvery) {
        this.decider = decider;
        this.histories = histories;
        this.json = json;
        this.clock = clock;
        this.snapshotEvery = decider.snapshotEvery() == 0 ? snapshotEvery : decider.snapshotEvery();
        this.shape = StateShape.of(decider.states(), decider.stateVersion());
    }

    Class<C> commands() {
        return decider.commands();
    }

    Class<S> states() {
        return decider.states();
    }

    Known<S> load(String id) {
        return Objects.requireNonNull(load(List.of(id)).get(id));
    }

    /** The states of many things, each present in the answer. */
    Map<String, Known<S>> load(Collection<String> ids) {
        var known = new HashMap<String, Known<S>>();
        var outdated = new ArrayList<String>();
        var found = histories.since(ids, decider.kind());
        for (var id : ids) {
            var history = found.getOrDefault(id, History.NONE);
            var snapshot = history.snapshot();
            if (snapshot != null && !snapshot.shape().equals(shape)) {
                outdated.add(id);
            } else {
                known.put(id, after(history));
            }
        }
        if (!outdated.isEmpty()) {
            histories.whole(outdated).forEach((id, history) -> known.put(id, after(history)));
        }
        return known;
    }

    /** States that were known once, with what has happened to the things since. */
    Map<String, Known<S>> now(Map<String, Known<S>> once) {
        var versions = new HashMap<String, Long>();
        once.forEach((id, known) -> versions.put(id, known.version()));
        var since = histories.from(versions);
        var known = new HashMap<String, Known<S>>();
        once.forEach((id, then) -> {
            var history = since.get(id);
            known.put(id, history == null ? then : after(then.state(), history));
        });
        return known;
    }

    private Known<S> after(History history) {
        var snapshot = history.snapshot();
        return after(snapshot == null ? null : json.readValue(snapshot.state(), decider.states()), history);
    }

    private Known<S> after(@Nullable S before, History history) {
        var state = before;
        for (var event : history.events()) {
            state = decider.after(state, decider.events().cast(event));
        }
        return new Known<>(history.lastSequence() + 1, state);
    }

    Decision<S> decide(Addressed addressed, Known<S> known, MetaData metadata) {
        var command = decider.commands().cast(addressed);
        var id = command.target().value();
        var state = known.state();
        var messages = new ArrayList<DomainEventMessage<?>>();
        var claims = new ArrayList<Claim>();
        long version = known.version();
        for (var event : decider.decide(command, known.state())) {
            messages.add(message(id, version++, event, metadata));
            claims.addAll(decider.claims(event));
            state = decider.after(state, event);
        }
        if (state == null) {
            throw new IllegalStateException(
                    "A command for %s, which does not exist, must be refused or create it; %s did neither."
                            .formatted(id, command.getClass().getSimpleName()));
        }
        return new Decision<>(id, messages, claims, snapshot(id, known.version(), messages, state), version, state);
    }

    private DomainEventMessage<?> message(String id, long sequence, E event, MetaData metadata) {
        // The id says which event it is: the same decision made twice can be stored once only.
        return new GenericDomainEventMessage<>(
                decider.kind(), id, sequence, event, metadata, id + "/" + sequence, clock.instant());
    }

    /** Goes in with the events that bring a thing to or over a multiple of the interval. */
    private List<NewSnapshot> snapshot(String id, long before, List<DomainEventMessage<?>> events, @Nullable S state) {
        if (events.isEmpty() || before / snapshotEvery == (before + events.size()) / snapshotEvery) {
            return List.of();
        }
        var last = events.getLast();
        return List.of(new NewSnapshot(
                id,
                decider.kind(),
                last.getSequenceNumber(),
                last.getIdentifier(),
                decider.kind(),
                shape,
                last.getTimestamp(),
                new byte[0],
                json.writeValueAsBytes(Objects.requireNonNull(state))));
    }
}
