package tallystick.runtime.sealing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.kernel.Sealed.Purpose;

/**
 * The wrapped keys in the database. Writing takes a transaction of its own: what a key sealed may be in the event store
 * although the transaction around it was rolled back, and must still open. Writers of one name queue behind a lock, so
 * that an erasure cannot miss a key that is just being made.
 */
final class DataKeys {
    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final MasterKeys masters;
    private final InstantSource clock;

    private record Row(
            int epoch,
            @Nullable String master,
            byte @Nullable [] wrapped,
            @Nullable Instant erasedAt) {}

    DataKeys(JdbcClient database, PlatformTransactionManager transactions, MasterKeys masters, InstantSource clock) {
        this.database = database;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.masters = masters;
        this.clock = clock;
    }

    Ring read(KeyName name) {
        var keys = new TreeMap<Integer, SecretKey>();
        Instant erased = null;
        for (Row row : rows(name)) {
            if (row.wrapped() == null || row.master() == null) {
                erased = row.erasedAt();
            } else {
                keys.put(row.epoch(), masters.of(row.master()).unwrap(row.wrapped(), name.wrapping(row.epoch())));
            }
        }
        return new Ring(keys, erased);
    }

    /** Makes a key with the next epoch, unless one appeared after {@code seen} meanwhile or the name is erased. */
    Ring add(KeyName name, int seen) {
        return alone(name, () -> {
            var ring = read(name);
            int last = ring.keys().isEmpty() ? 0 : ring.keys().lastKey();
            return ring.isErased() || last > seen ? ring : insert(name, last + 1, ring);
        });
    }

    /** Deletes all keys of the name; true when it was not erased before. Leaves a tombstone even if there was no key. */
    boolean erase(KeyName name, Instant at) {
        return alone(name, () -> {
            int erased = database.sql("""
                update keys.data_keys set wrapped = null, master = null, erased_at = ?
                where subject = ? and purpose = ? and wrapped is not null\
                """)
                    .params(Timestamp.from(at), name.subject(), name.purpose().name())
                    .update();
            int buried = database.sql("""
                insert into keys.data_keys (subject, purpose, epoch, created_at, erased_at) values (?, ?, 1, ?, ?)
                on conflict do nothing\
                """)
                    .params(name.subject(), name.purpose().name(), Timestamp.from(at), Timestamp.from(at))
                    .update();
            return erased + buried > 0;
        });
    }

    List<Erasure> erased() {
        return database.sql("""
            select subject, purpose, min(erased_at) erased_at from keys.data_keys where erased_at is not null
            group by subject, purpose order by subject, purpose\
            """)
                .query((row, _) -> new Erasure(
                        row.getString("subject"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getTimestamp("erased_at").toInstant()))
                .list();
    }

    private Ring insert(KeyName name, int epoch, Ring before) {
        var key = Gcm.newKey();
        var master = masters.current();
        database.sql("insert into keys.data_keys (subject, purpose, epoch, master, wrapped, created_at) values (?,"
                        + " ?, ?, ?, ?, ?)")
                .params(
                        name.subject(),
                        name.purpose().name(),
                        epoch,
                        master.id(),
                        master.wrap(key, name.wrapping(epoch)),
                        Timestamp.from(clock.instant()))
                .update();
        var keys = new TreeMap<>(before.keys());
        keys.put(epoch, key);
        return new Ring(keys, null);
    }

    private List<Row> rows(KeyName name) {
        return database.sql(
                        "select epoch, master, wrapped, erased_at from keys.data_keys where subject = ? and purpose ="
                                + " ?")
                .params(name.subject(), name.purpose().name())
                .query((row, _) -> {
                    var erased = row.getTimestamp("erased_at");
                    return new Row(
                            row.getInt("epoch"),
                            row.getString("master"),
                            row.getBytes("wrapped"),
                            erased == null ? null : erased.toInstant());
                })
                .list();
    }

    private <T> T alone(KeyName name, Supplier<T> work) {
        return Objects.requireNonNull(apart.execute(_ -> {
            database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param("tallystick-key " + name.purpose() + " " + name.subject())
                    .query((_, _) -> name)
                    .list();
            return work.get();
        }));
    }
}
