package tallystick.runtime.sealing;

import java.time.Instant;
import java.util.NavigableMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one subject and purpose as they were read.
 *
 * @param keys by epoch; the last one seals
 * @param erasedAt since when they are gone for ever
 */
record Ring(NavigableMap<Integer, SecretKey> keys, @Nullable Instant erasedAt) {
    boolean isErased() {
        return erasedAt != null;
    }

    @Override
    public String toString() {
        return "Ring[epochs %s, erased %s]".formatted(keys.keySet(), erasedAt);
    }
}
