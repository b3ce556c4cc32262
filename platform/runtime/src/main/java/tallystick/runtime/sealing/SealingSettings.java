package tallystick.runtime.sealing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys and limits of sealing, {@code tallystick.sealing.*}.
 *
 * @param masterKey 32 bytes in base64 that wrap all other keys; without it the data folder holds one
 * @param previousMasterKeys still able to unwrap, until everything is wrapped anew
 * @param cacheLife how long a node keeps a key, so how late it notices an erasure on another; at most a minute
 * @param cachedSubjects keys that are kept at once
 * @param rewrapBatch keys that are wrapped anew in one transaction
 */
@ConfigurationProperties("tallystick.sealing")
record SealingSettings(
        @Nullable String masterKey,
        @DefaultValue({}) List<String> previousMasterKeys,
        @DefaultValue("30s") Duration cacheLife,
        @DefaultValue("100000") int cachedSubjects,
        @DefaultValue("1000") int rewrapBatch) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    SealingSettings {
        if (cacheLife.isNegative() || cacheLife.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "tallystick.sealing.cache-life must be at most %s, or an erasure would not be seen in time; found %s."
                            .formatted(LONGEST, cacheLife));
        }
        if (cachedSubjects < 1 || rewrapBatch < 1) {
            throw new IllegalArgumentException(
                    "tallystick.sealing.cached-subjects and rewrap-batch must be at least 1; found %d and %d."
                            .formatted(cachedSubjects, rewrapBatch));
        }
    }

    @Override
    public String toString() {
        return "SealingSettings[]";
    }
}
