package tallystick.loan.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.api.BusinessDayEvent.DayClosed;
import tallystick.loan.api.DayCounts;
import tallystick.runtime.web.json.WebJson;

/** Closes as rows, shared by all nodes: how far each is, and what it did. */
final class CloseTable {
    static final String SUCCEEDED = "SUCCEEDED";

    private final JdbcClient database;

    CloseTable(JdbcClient database) {
        this.database = database;
    }

    /** Which close: of a day, for real or dry. */
    record Close(String jurisdiction, LocalDate date, boolean dryRun) {
        String id() {
            return jurisdiction + "-" + date + (dryRun ? "-dry" : "");
        }

        /** Of the id of a real or a dry one. */
        static Optional<Close> of(String id) {
            var parts = java.util.regex.Pattern.compile("([A-Z]{2})-(\\d{4}-\\d{2}-\\d{2})(-dry)?")
                    .matcher(id);
            try {
                return parts.matches()
                        ? Optional.of(
                                new Close(parts.group(1), LocalDate.parse(parts.group(2)), parts.group(3) != null))
                        : Optional.empty();
            } catch (java.time.DateTimeException noDate) {
                return Optional.empty();
            }
        }
    }

    /** How far it is. */
    record Standing(String state, long done, long total, boolean accrued, DayCounts counts) {}

    Optional<Standing> find(Close close) {
        return database.sql("""
            select state, accrued, counts, total,
                   greatest(done, (select coalesce(sum(p.done), 0) from loan.day_close_parts p
                                    where p.jurisdiction = c.jurisdiction and p.date = c.date and not c.dry_run)) as done
              from loan.day_closes c where jurisdiction = ? and date = ? and dry_run = ?
            """)
                .params(close.jurisdiction(), close.date(), close.dryRun())
                .query((row, _) -> new Standing(
                        row.getString("state"),
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getBoolean("accrued"),
                        counts(row.getString("counts"))))
                .optional();
    }

    private static DayCounts counts(@org.jspecify.annotations.Nullable String json) {
        return json == null ? DayCounts.NONE : WebJson.get().readValue(json, DayCounts.class);
    }

    /** Begins it, or goes on with it. */
    void begin(Close close, Instant now) {
        database.sql("""
            insert into loan.day_closes (jurisdiction, date, dry_run, state, total, started_at)
            values (:jurisdiction, :date, :dry, 'RUNNING', :total, :now)
            on conflict (jurisdiction, date, dry_run) do update set state = 'RUNNING', finished_at = null
            """)
                .param("jurisdiction", close.jurisdiction())
                .param("date", close.date())
                .param("dry", close.dryRun())
                .param("total", waiting(close))
                .param("now", utc(now))
                .update();
    }

    /** How many loans have something to do by that day. */
    long waiting(Close close) {
        return database.sql("select count(*) from loan.agenda_v1 where jurisdiction = ? and next_action <= ?")
                .params(close.jurisdiction(), close.date())
                .query(Long.class)
                .single();
    }

    void accrued(Close close) {
        database.sql("update loan.day_closes set accrued = true where jurisdiction = ? and date = ? and dry_run = ?")
                .params(close.jurisdiction(), close.date(), close.dryRun())
                .update();
    }

    void end(Close close, String state, long done, DayCounts counts, Instant now) {
        database.sql("""
            update loan.day_closes set state = ?, done = ?, total = greatest(total, ?), counts = ?, finished_at = ?
             where jurisdiction = ? and date = ? and dry_run = ?
            """)
                .params(
                        state,
                        done,
                        done,
                        WebJson.get().writeValueAsString(counts),
                        utc(now),
                        close.jurisdiction(),
                        close.date(),
                        close.dryRun())
                .update();
    }

    /** What the event of its end says, whoever lived to see it: a run may die or be stopped between the event and its row. */
    static void ended(DayClosed event, JdbcOperations jdbc) {
        jdbc.update(
                """
                update loan.day_closes c
                   set state = ?, counts = ?, accrued = true, finished_at = ?, done = p.done, total = greatest(total, p.done)
                  from (select coalesce(sum(done), 0) as done from loan.day_close_parts where jurisdiction = ? and date = ?) p
                 where jurisdiction = ? and date = ? and not dry_run and state <> ?
                """,
                SUCCEEDED,
                WebJson.get().writeValueAsString(event.counts()),
                utc(event.at()),
                event.jurisdiction(),
                event.date(),
                event.jurisdiction(),
                event.date(),
                SUCCEEDED);
    }

    /** Ends a run that did not come through, unless it has ended otherwise. */
    void stop(Close close, String state) {
        database.sql("update loan.day_closes set state = ? where jurisdiction = ? and date = ? and dry_run = ?"
                        + " and state = 'RUNNING'")
                .params(state, close.jurisdiction(), close.date(), close.dryRun())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
