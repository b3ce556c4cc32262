package tallystick.runtime.processing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.messages.EventNames;
import tallystick.runtime.messages.NamedJson;
import tallystick.runtime.messages.StoredJson;
import tallystick.runtime.store.OpenStore;
import tallystick.runtime.store.StoreEngine;
import tallystick.runtime.store.TallystickEventStore;

/** The real store on a test's database; appends without deciding. Closing it closes the database. */
public final class Stream implements AutoCloseable {
    public static final EventNames NAMES = new EventNames(List.of(EventFamily.of("reference", AccountEvents.class)));

    private final Map<String, Long> versions = new HashMap<>();
    private final HikariDataSource database;
    private final OpenStore store;

    public Stream(HikariDataSource database) {
        this.database = database;
        var json = new NamedJson(NAMES, StoredJson.mapper());
        var engine = new StoreEngine.Builder();
        engine.eventSerializer(json).snapshotSerializer(json);
        this.store = OpenStore.open(
                _ -> DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword()),
                database,
                engine);
    }

    public TallystickEventStore store() {
        return store.eventStore();
    }

    /** Appends one event of a thing. */
    public void append(String id, AccountEvents payload) {
        append(List.of(Map.entry(id, payload)));
    }

    /** Appends events in one go. */
    public synchronized void append(List<Map.Entry<String, AccountEvents>> events) {
        var messages = new ArrayList<GenericDomainEventMessage<?>>();
        for (var event : events) {
            var sequence = versions.merge(event.getKey(), 1L, Long::sum) - 1;
            messages.add(new GenericDomainEventMessage<>("account", event.getKey(), sequence, event.getValue()));
        }
        store.eventStore().publish(messages);
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }
}
