package tallystick.runtime.processing.sagas;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What saga steps did, and which are to fail. */
public final class SagaPlan {
    final List<String> done = new CopyOnWriteArrayList<>();
    final Set<String> failing = ConcurrentHashMap.newKeySet();

    void run(String step) {
        if (failing.contains(step)) {
            throw new IllegalStateException("planted");
        }
        done.add(step);
    }
}
