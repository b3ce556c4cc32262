package tallystick.runtime.decide;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * States this node has just decided on. They may be stale, since other nodes decide too: only the append
 * can tell. The oldest goes first.
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

    @SuppressWarnings("unchecked") // Ids are unique over all kinds.
    synchronized <S> Known<S> find(String id) {
        var known = (Known<S>) states.get(id);
        return known == null ? Known.nothing() : known;
    }

    synchronized void keep(String id, Known<?> known) {
        states.put(id, known);
    }

    synchronized void forget(String id) {
        states.remove(id);
    }
}
