package tallystick.runtime.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of one thing.
 *
 * @param snapshot its state at some sequence; null when there is none, or none was asked for
 * @param events the payloads after the snapshot, oldest first
 * @param lastSequence the sequence of its last event; -1 when it does not exist
 */
public record History(@Nullable Snapshot snapshot, List<Object> events, long lastSequence) {
    public static final History NONE = new History(null, List.of(), -1);

    /**
     * A stored state.
     *
     * @param shape what the state's class looked like when it was stored
     */
    public record Snapshot(String shape, long sequence, byte[] state) {}
}
