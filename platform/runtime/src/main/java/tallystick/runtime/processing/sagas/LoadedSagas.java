package tallystick.runtime.processing.sagas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What a unit of work knows of the sagas it has read: their versions, and which have parked steps. */
final class LoadedSagas {
    /** As it was read; the body tells whether anything changed. */
    record Loaded(long version, String body) {}

    private final Map<String, Sagas.Row> found = new HashMap<>();
    private final Map<String, Loaded> loaded = new HashMap<>();
    private final Map<String, Long> started = new HashMap<>();
    private final Set<String> parked = new HashSet<>();

    static LoadedSagas current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(LoadedSagas.class.getName(), _ -> new LoadedSagas());
    }

    void found(Sagas.Row row) {
        found.put(row.saga(), row);
    }

    /** Once only: whoever loads it again wants it as it is then. */
    Optional<Sagas.Row> justFound(String saga) {
        return Optional.ofNullable(found.remove(saga));
    }

    void add(String saga, Loaded as, boolean isParked) {
        loaded.put(saga, as);
        if (isParked) {
            parked.add(saga);
        }
    }

    Optional<Loaded> of(String saga) {
        return Optional.ofNullable(loaded.get(saga));
    }

    /** Where a saga that is not in the store began: the first event it meets in this unit of work. */
    OptionalLong startOf(String saga, long position) {
        return loaded.containsKey(saga)
                ? OptionalLong.empty()
                : OptionalLong.of(started.computeIfAbsent(saga, _ -> position));
    }

    boolean parked(String saga) {
        return parked.contains(saga);
    }

    void park(String saga) {
        parked.add(saga);
    }
}
