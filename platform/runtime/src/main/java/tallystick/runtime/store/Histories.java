package tallystick.runtime.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.Message;
import tallystick.runtime.store.History.Snapshot;

/** Loads many things with one query. */
public final class Histories {
    private final EventReader reader;
    private final StoreEngine engine;

    Histories(EventReader reader, StoreEngine engine) {
        this.reader = reader;
        this.engine = engine;
    }

    /** From their snapshots on; a thing that does not exist is absent. */
    public Map<String, History> since(Collection<String> ids, String state) {
        var snapshots = new HashMap<String, Snapshot>();
        var events = reader.snapshotsAndTails(ids, row -> {
            if (state.equals(row.name())) {
                snapshots.put(row.id(), new Snapshot(String.valueOf(row.revision()), row.sequence(), row.payload()));
            }
        });
        return histories(ids, events, snapshots);
    }

    /** From a version of each on: what has happened to it since; a thing to which nothing has is absent. */
    public Map<String, History> from(Map<String, Long> versions) {
        var ids = List.copyOf(versions.keySet());
        return histories(ids, reader.tails(ids, ids.stream().map(versions::get).toList()), Map.of());
    }

    /** From their first events on, whatever snapshots there are. */
    public Map<String, History> whole(Collection<String> ids) {
        return histories(
                ids, reader.tails(List.copyOf(ids), ids.stream().map(id -> 0L).toList()), Map.of());
    }

    private Map<String, History> histories(
            Collection<String> ids, List<StoredEvent> events, Map<String, Snapshot> snapshots) {
        var byId = events.stream()
                .collect(Collectors.groupingBy(event -> event.event().id()));
        var histories = new HashMap<String, History>();
        for (var id : ids) {
            var own = byId.getOrDefault(id, List.of());
            var snapshot = snapshots.get(id);
            if (!own.isEmpty()) {
                histories.put(
                        id,
                        new History(
                                snapshot, payloads(own), own.getLast().event().sequence()));
            } else if (snapshot != null) {
                histories.put(id, new History(snapshot, List.of(), snapshot.sequence()));
            }
        }
        return histories;
    }

    private List<Object> payloads(List<StoredEvent> events) {
        return engine.domainMessages(events).<Object>map(Message::getPayload).toList();
    }
}
