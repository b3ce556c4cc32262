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

    /** What must be unique in the whole store because of this event, or stops being so. */
    default List<Claim> claims(E event) {
        return List.of();
    }
}
