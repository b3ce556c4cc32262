package tallystick.runtime.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the store.
 *
 * @param batchRows most rows in one group commit
 * @param batchBytes most payload in one group commit
 * @param appendEvents most events of one caller
 * @param queue most callers waiting; the next one is refused at once
 * @param lockTimeout how long one batch waits for another node's
 * @param statementTimeout how long one statement may take
 * @param idleInTransaction after this the database ends a transaction whose node is paused, so that others go on
 * @param callerWait how long a caller waits for its append before it is told that the outcome is not yet known
 * @param reconnect pause between attempts to reach a lost database
 * @param page most events read at once
 * @param tail most recent events kept in memory for the readers
 * @param poll how often the tail looks by itself, should a wake-up be lost
 * @param recordKey the file of the key that signs the record; on several nodes the same one. By default in the data folder
 * @param checkpointEvery how often the end of the record is signed
 */
@ConfigurationProperties("tallystick.store")
record StoreSettings(
        @DefaultValue("2000") int batchRows,
        @DefaultValue("8MB") DataSize batchBytes,
        @DefaultValue("10000") int appendEvents,
        @DefaultValue("20000") int queue,
        @DefaultValue("10s") Duration lockTimeout,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("5s") Duration idleInTransaction,
        @DefaultValue("30s") Duration callerWait,
        @DefaultValue("200ms") Duration reconnect,
        @DefaultValue("1000") int page,
        @DefaultValue("10000") int tail,
        @DefaultValue("500ms") Duration poll,
        @Nullable Path recordKey,
        @DefaultValue("10m") Duration checkpointEvery) {

    /** The limits where nobody configures others. */
    static StoreSettings defaults() {
        return new Binder(List.of()).bindOrCreate("tallystick.store", StoreSettings.class);
    }
}
