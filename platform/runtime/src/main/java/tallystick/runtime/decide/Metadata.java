package tallystick.runtime.decide;

import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.telemetry.TraceIds;

/** The keys that travel beside a message. An idempotency key goes with the first command only, never with its events. */
final class Metadata {
    static final String BY = "by";
    private static final String EXPECTED = "expectedVersion";
    private static final String ONCE_KEY = "onceKey";
    private static final String ONCE_FINGERPRINT = "onceFingerprint";
    private static final Set<String> KEPT = Set.of(BY, TraceIds.KEY);

    private Metadata() {}

    static MetaData of(Origin origin) {
        var metadata = MetaData.with(BY, origin.by());
        if (origin.expected() != null) {
            metadata = metadata.and(EXPECTED, origin.expected());
        }
        var once = origin.once();
        return once == null ? metadata : metadata.and(ONCE_KEY, once.key()).and(ONCE_FINGERPRINT, once.fingerprint());
    }

    static MetaData forEvents(MetaData command) {
        return command.subset(KEPT.toArray(String[]::new));
    }

    static @Nullable Long expected(MetaData command) {
        return command.get(EXPECTED) instanceof Number version ? version.longValue() : null;
    }

    static Origin.@Nullable Once once(MetaData command) {
        return command.get(ONCE_KEY) instanceof String key && command.get(ONCE_FINGERPRINT) instanceof String print
                ? new Origin.Once(key, print)
                : null;
    }
}
