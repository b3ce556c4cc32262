package tallystick.runtime.processing.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tallystick.runtime.processing.Faults;
import tallystick.runtime.processing.GroupName;

/** What became of the latest batches of this node: wakes those who wait for progress, remembers what went wrong. */
public final class BatchEnds {
    private final Map<String, String> errors = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Called after every commit, on the worker's thread; must be quick. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    void committed(GroupName group, int segment) {
        errors.remove(key(group, segment));
        listeners.forEach(Runnable::run);
    }

    void failed(GroupName group, int segment, Throwable fault) {
        errors.put(key(group, segment), Faults.text(fault));
    }

    /** The error a segment of the group met in its latest batch, when it has not recovered since. */
    public Optional<String> error(GroupName group) {
        var prefix = group + "#";
        return errors.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String key(GroupName group, int segment) {
        return group + "#" + segment;
    }
}
