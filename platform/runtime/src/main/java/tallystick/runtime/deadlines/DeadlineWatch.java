package tallystick.runtime.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how far behind the deadlines are. Touches due rows and one index entry per kind only. */
final class DeadlineWatch {
    private final JdbcClient database;
    private final DeadlineKinds kinds;
    private final InstantSource clock;
    private final int triesBeforeAlarm;

    DeadlineWatch(JdbcClient database, DeadlineKinds kinds, InstantSource clock, int triesBeforeAlarm) {
        this.database = database;
        this.kinds = kinds;
        this.clock = clock;
        this.triesBeforeAlarm = triesBeforeAlarm;
    }

    DeadlineBacklog read() {
        SequencedMap<String, DeadlineBacklog.Late> late = new LinkedHashMap<>();
        kinds.contexts().forEach(context -> late.put(context, late(context)));
        return new DeadlineBacklog(late, unknown());
    }

    /** Looks at every context, also at one that declares no kind any more. */
    List<String> unknown() {
        return kinds.contexts().stream()
                .flatMap(context -> stored(context).stream()
                        .filter(kind -> !kinds.of(context).contains(kind))
                        .map(kind -> context + "." + kind))
                .toList();
    }

    /** Steps from kind to kind through the primary key instead of reading every row. */
    private List<String> stored(String context) {
        return database.sql("""
            with recursive step(kind) as (
                (select kind from %1$s.deadlines order by kind limit 1)
                union all
                select (select d.kind from %1$s.deadlines d where d.kind > step.kind order by d.kind limit 1)
                  from step where step.kind is not null)
            select kind from step where kind is not null
            """.formatted(context)).query(String.class).list();
    }

    private DeadlineBacklog.Late late(String context) {
        return database.sql("""
            select count(*) overdue, min(due_at) oldest, count(*) filter (where attempts >= ?) failing
              from %s.deadlines where due_at <= ?
            """.formatted(context))
                .params(triesBeforeAlarm, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(DeadlineWatch::late)
                .single();
    }

    private static DeadlineBacklog.Late late(ResultSet row, int index) throws SQLException {
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new DeadlineBacklog.Late(
                row.getLong("overdue"), oldest == null ? null : oldest.toInstant(), row.getLong("failing"));
    }
}
