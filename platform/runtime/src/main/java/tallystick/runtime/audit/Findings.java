package tallystick.runtime.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The findings as they stand: kept while something is stuck, gone once it is mended. */
final class Findings {
    private final JdbcClient database;
    private final TransactionOperations transaction;

    Findings(JdbcClient database, TransactionOperations transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** All that is stuck of one sort of work; what was stuck before and is not among it has been mended. */
    void replace(String name, List<Finding> found, Instant now) {
        OffsetDateTime at = at(now);
        transaction.executeWithoutResult(_ -> {
            found.forEach(finding -> keep(name, finding, at));
            database.sql("delete from runtime.stuck_work where name = ? and not id = any(?)")
                    .params(name, found.stream().map(Finding::id).toArray(String[]::new))
                    .update();
            looked(name, found.size(), null, at);
        });
    }

    /** The look itself failed. What was found before stays. */
    void couldNotLook(String name, String error, Instant now) {
        int before = database.sql("select count(*) from runtime.stuck_work where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
        looked(name, before, error, at(now));
    }

    /** Work that no context declares any more cannot be stuck. */
    void keepOnly(List<String> names) {
        String[] known = names.toArray(String[]::new);
        database.sql("delete from runtime.stuck_work where not name = any(?)")
                .param(known)
                .update();
        database.sql("delete from runtime.stuck_work_looks where not name = any(?)")
                .param(known)
                .update();
    }

    StuckWork read(int mostNamed) {
        return new StuckWork(
                database.sql("select name, looked_at, found, error from runtime.stuck_work_looks order by name")
                        .query((row, _) -> new StuckWork.Look(
                                row.getString("name"),
                                row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                                row.getInt("found"),
                                row.getString("error")))
                        .list(),
                database.sql("select name, id, missing from runtime.stuck_work order by found_at, name, id limit ?")
                        .param(mostNamed)
                        .query((row, _) -> "%s %s: %s"
                                .formatted(row.getString("name"), row.getString("id"), row.getString("missing")))
                        .list());
    }

    private void keep(String name, Finding finding, OffsetDateTime at) {
        database.sql("""
            insert into runtime.stuck_work (name, id, missing, found_at, seen_at) values (?, ?, ?, ?, ?)
            on conflict (name, id) do update set missing = excluded.missing, seen_at = excluded.seen_at
            """).params(name, finding.id(), finding.missing(), at, at).update();
    }

    private void looked(String name, int found, @Nullable String error, OffsetDateTime at) {
        database.sql("""
            insert into runtime.stuck_work_looks (name, looked_at, found, error) values (:name, :at, :found, :error)
            on conflict (name) do update
               set looked_at = excluded.looked_at, found = excluded.found, error = excluded.error
            """)
                .param("name", name)
                .param("at", at)
                .param("found", found)
                .param("error", error)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
