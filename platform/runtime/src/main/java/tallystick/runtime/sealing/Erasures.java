package tallystick.runtime.sealing;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import tallystick.kernel.Sealed.Purpose;

/**
 * Ends personal data by deleting its key. Whether it may end now is the caller's decision; this cannot be undone. The
 * list of erasures is kept apart from the database's backups and applied after a restore, before anybody logs in.
 */
public final class Erasures {
    private final DataKeys keys;
    private final KeyCache cache;
    private final InstantSource clock;

    Erasures(DataKeys keys, KeyCache cache, InstantSource clock) {
        this.keys = keys;
        this.cache = cache;
        this.clock = clock;
    }

    /** Gone on this node when it returns, on others when their keys expire from memory. Repeating it changes nothing. */
    public void erase(String subject, Purpose purpose) {
        apply(new Erasure(subject, purpose, clock.instant()));
    }

    /** Everything that was ever erased. */
    public List<Erasure> all() {
        return keys.erased();
    }

    /** Erases again what a restored backup brought back; answers how many that were. */
    public int applyErasures(Collection<Erasure> erasures) {
        return (int) erasures.stream().filter(this::apply).count();
    }

    private boolean apply(Erasure erasure) {
        var name = new KeyName(erasure.subject(), erasure.purpose());
        var changed = keys.erase(name, erasure.at());
        cache.drop(name);
        return changed;
    }
}
