package tallystick.runtime.sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.kernel.Sealed.Purpose;

/**
 * Wraps every key with the current master key. Batch by batch, so it may be stopped and run again, on several nodes at
 * once; sealed data is not touched. When it is done, the previous master key is no longer needed.
 */
public final class MasterKeyRotation {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final MasterKeys masters;
    private final IndexKeys indexKeys;
    private final int batch;

    private record Wrapped(KeyName name, int epoch, String master, byte[] bytes) {}

    MasterKeyRotation(
            JdbcClient database,
            PlatformTransactionManager transactions,
            MasterKeys masters,
            IndexKeys indexKeys,
            int batch) {
        this.database = database;
        transaction = new TransactionTemplate(transactions);
        this.masters = masters;
        this.indexKeys = indexKeys;
        this.batch = batch;
    }

    /** Answers how many keys were wrapped anew by this run. */
    public long run() {
        long all = 0;
        for (int done = batch(); done > 0; done = batch()) {
            all += done;
        }
        indexKeys.rewrap(masters);
        return all;
    }

    private int batch() {
        Integer done = transaction.execute(_ -> {
            var found = database.sql("""
                select subject, purpose, epoch, master, wrapped from keys.data_keys
                where master is not null and master <> ? limit ? for update\
                """)
                    .params(masters.current().id(), batch)
                    .query((row, _) -> new Wrapped(
                            new KeyName(row.getString("subject"), Purpose.valueOf(row.getString("purpose"))),
                            row.getInt("epoch"),
                            row.getString("master"),
                            row.getBytes("wrapped")))
                    .list();
            found.forEach(this::rewrap);
            return found.size();
        });
        return done == null ? 0 : done;
    }

    private void rewrap(Wrapped old) {
        var context = old.name().wrapping(old.epoch());
        var key = masters.of(old.master()).unwrap(old.bytes(), context);
        database.sql("update keys.data_keys set master = ?, wrapped = ? where subject = ? and purpose = ? and epoch"
                        + " = ?")
                .params(
                        masters.current().id(),
                        masters.current().wrap(key, context),
                        old.name().subject(),
                        old.name().purpose().name(),
                        old.epoch())
                .update();
    }
}
