package tallystick.runtime.processing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What a handler asks for as a parameter to write once per batch instead of once per event. Serves one batch of one
 * segment, hence one thread.
 */
public final class BatchWriter {
    private final Map<Class<?>, SetWise> collectors = new LinkedHashMap<>();
    private final JdbcOperations jdbc;

    public BatchWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The collector of this type; made fresh at its first use in a batch. */
    public <C extends SetWise> C of(Class<C> type, Supplier<C> fresh) {
        return type.cast(collectors.computeIfAbsent(type, _ -> fresh.get()));
    }

    /** Writes and forgets what was collected, in the order of first use. */
    public void flush() {
        var collected = List.copyOf(collectors.values());
        collectors.clear();
        collected.forEach(c -> c.flush(jdbc));
    }

    /** Forgets what was collected, because the event that caused it is put aside. */
    public void drop() {
        collectors.clear();
    }
}
