package tallystick.runtime.decide;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads states as commands do. */
final class KnownThings implements Things {
    private final Map<Class<?>, Kind<?, ?, ?>> kinds = new HashMap<>();

    KnownThings(Collection<Kind<?, ?, ?>> kinds) {
        kinds.forEach(kind -> this.kinds.put(kind.states(), kind));
    }

    @Override
    public <S> Map<String, Decided<S>> all(Class<S> states, Collection<String> ids) {
        var kind = kinds.get(states);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "Expected the state of a Decider bean; found %s.".formatted(states.getName()));
        }
        var found = new HashMap<String, Decided<S>>();
        kind.load(ids).forEach((id, known) -> put(found, id, known, states));
        return found;
    }

    private static <S> void put(Map<String, Decided<S>> found, String id, Known<?> known, Class<S> states) {
        @Nullable Object state = known.state();
        if (state != null) {
            found.put(id, new Decided<>(id, known.version(), states.cast(state)));
        }
    }
}
