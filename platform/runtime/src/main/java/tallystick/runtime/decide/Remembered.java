package tallystick.runtime.decide;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States this node has just decided on. They may be stale, since other nodes decide too: see {@link Known#fresh}. The
 * oldest goes first.
 */
final class Remembered {
    private final Map<String, Known<?>> states;

    Remembered(int most) {
        states = new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known<?>> eldest) {
                return size() > most;
            }
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Ids are unique over all kinds.
    synchronized <S> @Nullable Known<S> find(String id) {
        return (Known<S>) states.get(id);
    }

    synchronized void keep(String id, Known<?> known) {
        states.put(id, known);
    }

    synchronized void forget(String id) {
        states.remove(id);
    }
}
