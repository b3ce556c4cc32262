package tallystick.runtime.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs where the chain stands, so that nobody who can write the database can write history anew without the key. */
public final class Checkpoints {
    private final EventReader reader;
    private final JdbcClient jdbc;
    private final RecordKey key;

    Checkpoints(EventReader reader, DataSource dataSource, RecordKey key) {
        this.reader = reader;
        this.jdbc = JdbcClient.create(dataSource);
        this.key = key;
    }

    /** Signs the head; does nothing when it is signed already. Any node may call it at any time. */
    public void sign(Instant now) {
        var head = reader.head();
        if (head.position() == 0) {
            return;
        }
        jdbc.sql("""
            insert into store.checkpoints (position, hash, at, key_id, signature) values (?, ?, ?, ?, ?)
            on conflict (position) do nothing
            """)
                .params(
                        head.position(),
                        head.hash(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        key.id(),
                        key.sign(bytes(head.position(), head.hash())))
                .update();
    }

    List<Checkpoint> all() {
        return jdbc.sql("select position, hash, at, key_id, signature from store.checkpoints order by position")
                .query((row, nr) -> checkpoint(row))
                .list();
    }

    /** What is wrong with a checkpoint itself; nothing when its signature is good. */
    List<String> fault(Checkpoint checkpoint) {
        if (!checkpoint.keyId().equals(key.id())) {
            return List.of("Position %d: the checkpoint is signed with key %s, this installation has %s."
                    .formatted(checkpoint.position(), checkpoint.keyId(), key.id()));
        }
        return key.verifies(bytes(checkpoint.position(), checkpoint.hash()), checkpoint.signature())
                ? List.of()
                : List.of("Position %d: the checkpoint's signature is forged.".formatted(checkpoint.position()));
    }

    private static byte[] bytes(long position, byte[] hash) {
        return ByteBuffer.allocate(Long.BYTES + hash.length)
                .putLong(position)
                .put(hash)
                .array();
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong(1),
                row.getBytes(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getBytes(5));
    }
}
