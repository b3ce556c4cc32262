package tallystick.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The rows of {@code store.events} once more, in a table of the same shape and indexes, without any machine around them. */
record RawRows(Connection connection) implements AutoCloseable {
    private static final String INSERT = "insert into raw.events values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int COLUMNS = 12;

    static RawRows on(Server server) throws SQLException {
        server.jdbc().sql("create schema raw").update();
        server.jdbc()
                .sql("create table raw.events (like store.events including all)")
                .update();
        return new RawRows(server.database().connections().open("raw"));
    }

    /** Rows a second over one connection; the driver turns each batch into multi-row inserts, one commit a batch. */
    double insert(Server server, long after, int batch, Duration atMost) throws SQLException {
        var rows = rows(server, after);
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        int done = 0;
        try (var insert = connection.prepareStatement(INSERT)) {
            while (done < rows.size() && System.nanoTime() - start < atMost.toNanos()) {
                int end = Math.min(rows.size(), done + batch);
                for (var row : rows.subList(done, end)) {
                    bind(insert, row);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                done = end;
            }
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    /** Rows a second, each its own commit, over as many connections as there are callers, at most 64. */
    double singly(Server server, long after, int callers, Duration atMost) throws SQLException, InterruptedException {
        var rows = new ConcurrentLinkedQueue<>(rows(server, after));
        var done = new AtomicInteger();
        long start = System.nanoTime();
        Load.each(Math.min(64, callers), () -> {
            try (var own = server.database().connections().open("raw");
                    var insert = own.prepareStatement(INSERT)) {
                Object[] row;
                while (System.nanoTime() - start < atMost.toNanos() && (row = rows.poll()) != null) {
                    bind(insert, row);
                    insert.executeUpdate();
                    done.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private static List<Object[]> rows(Server server, long after) {
        server.jdbc().sql("truncate raw.events").update();
        return server.jdbc()
                .sql("select * from store.events where position > ? order by position")
                .param(after)
                .query((row, nr) -> {
                    var values = new Object[COLUMNS];
                    for (int i = 0; i < COLUMNS; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    return values;
                })
                .list();
    }

    private static void bind(PreparedStatement insert, Object[] row) throws SQLException {
        for (int i = 0; i < COLUMNS; i++) {
            insert.setObject(i + 1, row[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
