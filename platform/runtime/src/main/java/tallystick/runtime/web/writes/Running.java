package tallystick.runtime.web.writes;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.decide.Origin;

/**
 * The requests with a key that run on this node now. In memory only: after a crash nothing is running, and the claim in
 * the store says what happened. Between nodes the claim decides.
 */
final class Running {
    private final ConcurrentHashMap<String, Origin.Once> byKey = new ConcurrentHashMap<>();

    /** Null when the key is now ours; otherwise the request that has it. */
    Origin.@Nullable Once enter(Origin.Once once) {
        return byKey.putIfAbsent(once.key(), once);
    }

    void leave(Origin.Once once) {
        byKey.remove(once.key(), once);
    }
}
