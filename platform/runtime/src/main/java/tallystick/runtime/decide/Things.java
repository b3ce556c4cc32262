package tallystick.runtime.decide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads things as they are now, from their own events: always fresh, never waiting for a read model. */
public interface Things {
    /**
     * The state and version of each thing that exists.
     *
     * @param states the type of state, which names the kind
     */
    <S> Map<String, Decided<S>> all(Class<S> states, Collection<String> ids);

    /** One of them. */
    default <S> Optional<Decided<S>> find(Class<S> states, String id) {
        return Optional.ofNullable(all(states, List.of(id)).get(id));
    }
}
