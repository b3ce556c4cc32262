package tallystick.runtime.sealing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key of the blind index: made once, the same for every node. As it is always there, it also tells which master key
 * this database relies on; rotation wraps it last.
 */
final class IndexKeys {
    private static final String NAME = "blind-index";

    private final JdbcClient database;

    IndexKeys(JdbcClient database) {
        this.database = database;
    }

    private record Row(String master, byte[] wrapped) {}

    Optional<String> wrappedBy() {
        return row().map(Row::master);
    }

    /** The key; the first of all nodes makes it. */
    SecretKey readOrMake(MasterKeys masters, Instant now) {
        if (row().isEmpty()) {
            insert(masters.current(), Gcm.newKey(), now);
        }
        return read(masters);
    }

    /** Where nothing was ever sealed there is nothing to wrap. */
    void rewrap(MasterKeys masters) {
        row().ifPresent(row -> rewrap(masters, opened(row, masters)));
    }

    private void rewrap(MasterKeys masters, SecretKey key) {
        var master = masters.current();
        database.sql("update keys.index_keys set master = ?, wrapped = ? where name = ?")
                .params(master.id(), master.wrap(key, wrapping()), NAME)
                .update();
    }

    private SecretKey read(MasterKeys masters) {
        return opened(row().orElseThrow(), masters);
    }

    private static SecretKey opened(Row row, MasterKeys masters) {
        return masters.of(row.master()).unwrap(row.wrapped(), wrapping());
    }

    private void insert(MasterKey master, SecretKey key, Instant now) {
        database.sql("insert into keys.index_keys (name, master, wrapped, created_at) values (?, ?, ?, ?) on"
                        + " conflict do nothing")
                .params(NAME, master.id(), master.wrap(key, wrapping()), Timestamp.from(now))
                .update();
    }

    private Optional<Row> row() {
        return database.sql("select master, wrapped from keys.index_keys where name = ?")
                .param(NAME)
                .query((row, _) -> new Row(row.getString("master"), row.getBytes("wrapped")))
                .optional();
    }

    private static byte[] wrapping() {
        return Gcm.context("tallystick-index-key", NAME);
    }
}
