package tallystick.runtime.processing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stream of events in memory with positions from 1 on, and the columns of the real store that others join with. */
public final class Stream {
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine(1))
            .build();
    private final Map<String, Long> versions = new HashMap<>();
    private final JdbcTemplate jdbc;
    private long position;

    public Stream(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public EventStore store() {
        return store;
    }

    /** Appends one event of a thing; returns its position. */
    public synchronized long append(String id, Object payload) {
        return append(List.of(Map.entry(id, payload)));
    }

    /** Appends events in one go; returns the last position. */
    public synchronized long append(List<Map.Entry<String, Object>> events) {
        var messages = new ArrayList<GenericDomainEventMessage<?>>();
        var rows = new ArrayList<Object[]>();
        for (var event : events) {
            var sequence = versions.merge(event.getKey(), 1L, Long::sum) - 1;
            var message = new GenericDomainEventMessage<>("Account", event.getKey(), sequence, event.getValue());
            messages.add(message);
            rows.add(new Object[] {
                ++position,
                message.getIdentifier(),
                event.getKey(),
                sequence,
                "reference." + event.getValue().getClass().getSimpleName()
            });
        }
        jdbc.batchUpdate("insert into store.events (position, event_id, id, sequence, name) values (?, ?, ?, ?, ?)", rows);
        store.publish(messages);
        return position;
    }
}
