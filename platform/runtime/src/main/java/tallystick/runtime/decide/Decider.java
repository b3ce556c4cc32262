package tallystick.runtime.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.runtime.store.Claim;

/**
 * How one kind of thing decides and remembers. Pure: no clock, no randomness, no I/O; time and ids arrive in the
 * command. The same object serves one command and ten thousand at once.
 *
 * @param <C> its commands, a sealed family
 * @param <E> its events, a sealed family
 * @param <S> its state, an immutable record that is also its snapshot
 */
public interface Decider<C extends Addressed, E, S> {
    /** The public name of the kind, such as {@code loan}; stored with every event. */
    String kind();

    Class<C> commands();

    Class<E> events();

    Class<S> states();

    /**
     * What happens now, oldest first; nothing when the command has already had its effect.
     *
     * @param state null before the first event
     * @throws tallystick.kernel.Refused when it may not happen
     */
    List<E> decide(C command, @Nullable S state);

    /** The state after one more event. Exhaustive: every event of the family has a meaning here. */
    S after(@Nullable S state, E event);

    /** Counted up when states come to mean something else although their class looks the same; outdates snapshots. */
    default int stateVersion() {
        return 1;
    }

    /** A snapshot goes in with the events that bring a thing to a multiple of this; zero is what the settings say. */
    default int snapshotEvery() {
        return 0;
    }

    /** What must be unique in the whole store because of this event, or stops being so. */
    default List<Claim> claims(E event) {
        return List.of();
    }

    /** One that is two functions and what they are about. */
    static <C extends Addressed, E, S> Functions<C, E, S> of(
            String kind,
            Class<C> commands,
            Class<E> events,
            Class<S> states,
            Decides<C, E, S> deciding,
            Tells<E, S> telling) {
        return new Functions<>(kind, commands, events, states, deciding, telling, 0);
    }

    /** As {@link Decider#decide}. */
    @FunctionalInterface
    interface Decides<C, E, S> {
        List<E> decide(C command, @Nullable S state);
    }

    /** As {@link Decider#after}. */
    @FunctionalInterface
    interface Tells<E, S> {
        S after(@Nullable S state, E event);
    }

    /** What {@link #of} makes. */
    record Functions<C extends Addressed, E, S>(
            String kind,
            Class<C> commands,
            Class<E> events,
            Class<S> states,
            Decides<C, E, S> deciding,
            Tells<E, S> telling,
            int snapshotEvery)
            implements Decider<C, E, S> {
        /** The same, with a snapshot at multiples of this: for states that are large and change often. */
        public Functions<C, E, S> withSnapshotEvery(int events) {
            return new Functions<>(kind, commands, this.events, states, deciding, telling, events);
        }

        @Override
        public List<E> decide(C command, @Nullable S state) {
            return deciding.decide(command, state);
        }

        @Override
        public S after(@Nullable S state, E event) {
            return telling.after(state, event);
        }
    }
}
