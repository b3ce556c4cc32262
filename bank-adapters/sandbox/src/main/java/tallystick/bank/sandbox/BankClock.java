package tallystick.bank.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The bank's own time: that of whoever runs it, and how far it was moved on. Kept in the bank's database, so that a restart
 * and other nodes go on from there. Never back.
 */
final class BankClock implements InstantSource {
    private final Database database;
    private final InstantSource base;
    private volatile Duration ahead = Duration.ZERO;

    BankClock(Database database, InstantSource base) {
        this.database = database;
        this.base = base;
        follow();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    /** @throws IllegalArgumentException when that is in the past */
    Instant moveTo(Instant now) {
        var more = Duration.between(instant(), now);
        if (more.isNegative()) {
            throw new IllegalArgumentException("Expected a moment after %s; found %s.".formatted(instant(), now));
        }
        lead(database.run(connection -> atLeast(connection, ahead.plus(more))));
        return instant();
    }

    private static Duration atLeast(Connection connection, Duration lead) throws SQLException {
        try (var update = connection.prepareStatement("insert into clock as c (ahead_micros) values (?)"
                + " on conflict (one) do update set ahead_micros = greatest(c.ahead_micros, excluded.ahead_micros)"
                + " returning ahead_micros")) {
            update.setLong(1, lead.dividedBy(ChronoUnit.MICROS.getDuration()));
            try (var row = update.executeQuery()) {
                row.next();
                return Duration.of(row.getLong(1), ChronoUnit.MICROS);
            }
        }
    }

    /** To where another node has moved it. */
    void follow() {
        lead(database.run(connection -> {
            try (var select = connection.prepareStatement("select max(ahead_micros) from clock");
                    var row = select.executeQuery()) {
                row.next();
                return Duration.of(row.getLong(1), ChronoUnit.MICROS);
            }
        }));
    }

    /** What was read before somebody moved it does not move it back. */
    private synchronized void lead(Duration known) {
        ahead = known.compareTo(ahead) > 0 ? known : ahead;
    }
}
