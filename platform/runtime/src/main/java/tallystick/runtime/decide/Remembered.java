package tallystick.runtime.decide;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States this node has just decided on. They may be stale, since other nodes decide too: only the append can tell. The
 * oldest goes first.
 */
final class Remembered {
    /** Stands for a thing whose append went wrong: the store must be asked before anybody guesses again. */
    private static final Known<Object> DISTRUSTED = new Known<>(-1, null);

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

    /** What this node would say: a state, nothing for what it has never met, null when the store must be asked. */
    @SuppressWarnings("unchecked") // Ids are unique over all kinds.
    synchronized <S> @Nullable Known<S> find(String id) {
        var known = (Known<S>) states.get(id);
        if (known == null) {
            return Known.nothing();
        }
        return known.equals(DISTRUSTED) ? null : known;
    }

    synchronized void keep(String id, Known<?> known) {
        states.put(id, known);
    }

    /** Keeps what was read, unless something newer is known or the store must be asked before anybody guesses again. */
    synchronized void learn(String id, Known<?> read) {
        var known = states.get(id);
        if (known == null || (!known.equals(DISTRUSTED) && known.version() < read.version())) {
            states.put(id, read);
        }
    }

    synchronized void distrust(String id) {
        states.put(id, DISTRUSTED);
    }
}
