package tallystick.bank.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What goes wrong at which call. Each fault happens once and leaves a proof that it did. */
final class Script {
    static final Duration OUTAGE = Duration.ofSeconds(45);

    private final Database database;
    private final InstantSource clock;

    Script(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A fault that is due at this call. */
    record Due(long id, long seed, Fault fault) {
        /** The same for the same seed and fault, whatever ran before. */
        SplittableRandom random() {
            return new SplittableRandom(seed * 31 + id);
        }
    }

    /** Replaces the script; calls are counted anew, and an outage ends. */
    void set(long seed, List<Fields> faults) {
        faults.forEach(Script::check);
        database.run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("update faults set active = false");
                statement.execute("delete from calls");
                statement.execute("delete from outage");
            }
            for (var fault : faults) {
                add(connection, seed, fault);
            }
            return true;
        });
    }

    private static void check(Fields fault) {
        Fault.valueOf(fault.text("fault"));
        var nth = fault.numberOrNull("nth");
        if (nth == null || nth < 1 || nth > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Expected the number of a call from 1 in 'nth'; found another.");
        }
    }

    private static void add(Connection connection, long seed, Fields fault) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into faults (seed, operation, nth, fault) values (?, ?, ?, ?)")) {
            insert.setLong(1, seed);
            insert.setString(2, fault.text("on"));
            insert.setLong(3, java.util.Objects.requireNonNull(fault.numberOrNull("nth")));
            insert.setString(4, fault.text("fault"));
            insert.executeUpdate();
        }
    }

    /** Counts the call and says what is to go wrong with it. */
    Optional<Due> next(String on, @Nullable String instruction) {
        return database.run(connection -> due(connection, on, count(connection, on), instruction));
    }

    private static int count(Connection connection, String on) throws SQLException {
        try (var count = connection.prepareStatement("insert into calls values (?, 1)"
                + " on conflict (operation) do update set count = calls.count + 1 returning count")) {
            count.setString(1, on);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Optional<Due> due(Connection connection, String on, int nth, @Nullable String instruction)
            throws SQLException {
        try (var update = connection.prepareStatement("update faults set happened_at = ?, instruction = ?, proof = ?"
                + " where active and happened_at is null and operation = ? and nth = ? returning id, seed, fault")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setString(2, instruction);
            update.setString(3, "call %d".formatted(nth));
            update.setString(4, on);
            update.setInt(5, nth);
            try (var row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(new Due(row.getLong(1), row.getLong(2), Fault.valueOf(row.getString(3))))
                        : Optional.empty();
            }
        }
    }

    /** Adds to the proof what was seen of it. */
    static boolean prove(Connection connection, long fault, String what) throws SQLException {
        try (var update = connection.prepareStatement("update faults set proof = proof || '; ' || ? where id = ?")) {
            update.setString(1, what);
            update.setLong(2, fault);
            return update.executeUpdate() == 1;
        }
    }

    void beginOutage() {
        database.run(connection -> {
            try (var insert = connection.prepareStatement("insert into outage (until) values (?)"
                    + " on conflict (one) do update set until = excluded.until")) {
                insert.setTimestamp(1, Timestamp.from(clock.instant().plus(OUTAGE)));
                return insert.executeUpdate() == 1;
            }
        });
    }

    boolean isOut() {
        return database.run(connection -> {
            try (var select = connection.prepareStatement("select 1 from outage where until > ?")) {
                select.setTimestamp(1, Timestamp.from(clock.instant()));
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** The script as it stands. */
    Map<String, Object> show() {
        return database.run(connection -> {
            var faults = new ArrayList<Map<String, @Nullable Object>>();
            var seed = 0L;
            try (var select =
                            connection.prepareStatement("select seed, operation, nth, fault, instruction, happened_at,"
                                    + " proof from faults where active order by id");
                    var row = select.executeQuery()) {
                while (row.next()) {
                    seed = row.getLong(1);
                    var fault = new LinkedHashMap<String, @Nullable Object>();
                    fault.put("on", row.getString(2));
                    fault.put("nth", row.getInt(3));
                    fault.put("fault", row.getString(4));
                    fault.put("instruction", row.getString(5));
                    fault.put("happened", row.getTimestamp(6) != null);
                    fault.put("proof", row.getString(7));
                    faults.add(fault);
                }
            }
            return Map.<String, Object>of("seed", seed, "faults", faults);
        });
    }
}
