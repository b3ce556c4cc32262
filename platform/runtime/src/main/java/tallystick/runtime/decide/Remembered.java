package tallystick.runtime.decide;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States this node has just decided on. They may be stale, since other nodes decide too: only the append can tell.
 *
 * <p>A thing that was asked for again is remembered before those that were met once: ten thousand new ones, as an import
 * brings them, do not push out what people work on. Among equals the oldest goes first.
 */
final class Remembered {
    /** Stands for a thing whose append went wrong: the store must be asked before anybody guesses again. */
    private static final Known<Object> DISTRUSTED = new Known<>(-1, null);
    /** Of five places, one is for what was met once. */
    private static final int PLACES = 5;

    private final Map<String, Known<?>> met;
    private final Map<String, Known<?>> askedAgain;

    Remembered(int most) {
        var few = Math.max(1, most / PLACES);
        met = new Newest(few, null);
        askedAgain = new Newest(most - few, met);
    }

    /** As many as there are places; the one that must leave goes to the next room, or is forgotten. */
    private static final class Newest extends LinkedHashMap<String, Known<?>> {
        private static final long serialVersionUID = 1;

        private final int most;
        private final transient @Nullable Map<String, Known<?>> next;

        Newest(int most, @Nullable Map<String, Known<?>> next) {
            super(1024, 0.75f, true);
            this.most = most;
            this.next = next;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known<?>> eldest) {
            var leaves = size() > most;
            if (leaves && next != null) {
                next.put(eldest.getKey(), eldest.getValue());
            }
            return leaves;
        }
    }

    /** What this node would say: a state, nothing for what it has never met, null when the store must be asked. */
    @SuppressWarnings("unchecked") // Ids are unique over all kinds.
    synchronized <S> @Nullable Known<S> find(String id) {
        var known = (Known<S>) known(id);
        if (known == null) {
            return Known.nothing();
        }
        return known.equals(DISTRUSTED) ? null : known;
    }

    private @Nullable Known<?> known(String id) {
        var again = met.remove(id);
        if (again != null) {
            askedAgain.put(id, again);
            return again;
        }
        return askedAgain.get(id);
    }

    synchronized void keep(String id, Known<?> known) {
        if (askedAgain.containsKey(id)) {
            askedAgain.put(id, known);
        } else {
            met.put(id, known);
        }
    }

    /** Keeps what was read, unless something newer is known or the store must be asked before anybody guesses again. */
    synchronized void learn(String id, Known<?> read) {
        var known = known(id);
        if (known == null || (!known.equals(DISTRUSTED) && known.version() < read.version())) {
            keep(id, read);
        }
    }

    synchronized void distrust(String id) {
        keep(id, DISTRUSTED);
    }
}
