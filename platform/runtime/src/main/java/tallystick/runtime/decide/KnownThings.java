package tallystick.runtime.decide;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads states as commands do: from what this node remembers and what has happened since, or from the first event on. */
final class KnownThings implements Things {
    private final Map<Class<?>, Kind<?, ?, ?>> kinds = new HashMap<>();
    private final Remembered remembered;

    KnownThings(Collection<Kind<?, ?, ?>> kinds, Remembered remembered) {
        kinds.forEach(kind -> this.kinds.put(kind.states(), kind));
        this.remembered = remembered;
    }

    @Override
    public <S> Map<String, Decided<S>> all(Class<S> states, Collection<String> ids) {
        var found = new HashMap<String, Decided<S>>();
        known(kind(states), ids).forEach((id, known) -> put(found, id, known));
        return found;
    }

    @SuppressWarnings("unchecked") // A kind is found by its own state.
    private <S> Kind<?, ?, S> kind(Class<S> states) {
        var kind = kinds.get(states);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "Expected the state of a Decider bean; found %s.".formatted(states.getName()));
        }
        return (Kind<?, ?, S>) kind;
    }

    private <S> Map<String, Known<S>> known(Kind<?, ?, S> kind, Collection<String> ids) {
        var once = new HashMap<String, Known<S>>();
        var others = new LinkedHashSet<>(ids);
        for (var id : ids) {
            Known<S> known = remembered.find(id);
            if (known != null && known.version() > 0) {
                once.put(id, known);
                others.remove(id);
            }
        }
        var now = once.isEmpty() ? once : kind.now(once);
        if (!others.isEmpty()) {
            now.putAll(kind.load(others));
        }
        return now;
    }

    private <S> void put(Map<String, Decided<S>> found, String id, Known<S> known) {
        @Nullable S state = known.state();
        if (state != null) {
            remembered.learn(id, known);
            found.put(id, new Decided<>(id, known.version(), state));
        }
    }
}
