package tallystick.bank.chaos;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.Addressed;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.ProcessingGroup.ReadModel;
import tallystick.runtime.store.Claim;
import tallystick.runtime.store.ClaimTaken;

/** Decides with the real deciders, keeps events in memory, and shows them to the real read models at once. */
final class VirtualCommands implements Commands {
    private final List<Decider<?, ?, ?>> deciders = new ArrayList<>();
    private final List<Object> readModels = new ArrayList<>();
    private final Map<String, Object> states = new HashMap<>();
    private final Map<String, List<Object>> events = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final JdbcTemplate jdbc;
    private Runnable beforeEach = () -> {};

    VirtualCommands(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void use(Collection<Decider<?, ?, ?>> all, Collection<ProcessingGroup> groups) {
        deciders.addAll(all);
        groups.stream()
                .filter(ReadModel.class::isInstance)
                .map(group -> ((ReadModel) group).handler())
                .forEach(readModels::add);
    }

    /** Called before each command, inside and outside of everything: where a process may die. */
    void beforeEach(Runnable what) {
        beforeEach = what;
    }

    /** Everything that happened to a thing. */
    List<Object> events(String id) {
        return List.copyOf(events.getOrDefault(id, List.of()));
    }

    /** All events of a type. */
    <E> List<E> all(Class<E> type) {
        return events.values().stream()
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    void forget() {
        states.clear();
        events.clear();
        claims.clear();
    }

    @Override
    public <S> Decided<S> send(Addressed command, Origin origin) {
        return sendAndWait(command);
    }

    @Override
    public <S> Decided<S> sendAndWait(Addressed command) {
        beforeEach.run();
        var decider = deciders.stream()
                .filter(one -> one.commands().isInstance(command))
                .findFirst()
                .orElseThrow();
        return decided(decider, command);
    }

    @SuppressWarnings("unchecked")
    private <C extends Addressed, E, S, R> Decided<R> decided(Decider<C, E, S> decider, Addressed command) {
        var id = command.target().value();
        S state = (S) states.get(id);
        var happened = decider.decide(decider.commands().cast(command), state);
        var wanted = happened.stream()
                .flatMap(event -> decider.claims(event).stream())
                .toList();
        wanted.forEach(this::check);
        wanted.forEach(claim -> {
            if (claim.taken()) {
                claims.put(claim.kind() + claim.key(), claim);
            } else {
                claims.remove(claim.kind() + claim.key());
            }
        });
        for (var event : happened) {
            state = decider.after(state, event);
            states.put(id, state);
            events.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
            readModels.forEach(model -> show(model, event));
        }
        return (Decided<R>) new Decided<>(id, events.getOrDefault(id, List.of()).size(), Objects.requireNonNull(state));
    }

    private void check(Claim claim) {
        var holder = claims.get(claim.kind() + claim.key());
        if (claim.taken() && holder != null && !holder.owner().equals(claim.owner())) {
            throw new ClaimTaken(holder);
        }
    }

    private void show(Object model, @Nullable Object event) {
        for (var method : model.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventHandler.class) && method.getParameterTypes()[0].isInstance(event)) {
                call(model, method, event);
            }
        }
    }

    private void call(Object model, Method method, @Nullable Object event) {
        try {
            method.setAccessible(true);
            method.invoke(model, event, jdbc);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public <S> List<Outcome<S>> decideMany(List<? extends Addressed> commands, Origin origin) {
        var outcomes = new ArrayList<Outcome<S>>();
        for (var command : commands) {
            try {
                outcomes.add(new Outcome.Done<>(this.<S>sendAndWait(command)));
            } catch (Refused no) {
                outcomes.add(new Outcome.Refused<>(no.refusal()));
            }
        }
        return outcomes;
    }
}
