package tallystick.loan.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.closing.CloseTable.Close;
import tallystick.loan.servicing.DayWork.Trouble;

/** Parts of closes as rows, shared by all nodes. A part belongs to who leased it; leases go by the database's clock. */
final class PartTable {
    private final JdbcClient database;

    PartTable(JdbcClient database) {
        this.database = database;
    }

    /** One part, as its worker holds it. */
    record Part(String jurisdiction, LocalDate date, int part, String after, int pass) {
        Part behind(String loan) {
            return new Part(jurisdiction, date, part, loan, pass);
        }

        /** The second pass finds what came in front of the first. */
        Part again() {
            return new Part(jurisdiction, date, part, "", pass + 1);
        }
    }

    void open(Close close) {
        database.sql("""
            insert into loan.day_close_parts (jurisdiction, date, part)
            select ?, ?, generate_series(0, ? - 1) on conflict do nothing
            """)
                .params(close.jurisdiction(), close.date(), AgendaTable.PARTS)
                .update();
    }

    /** A free part of any close that runs; work for every node. */
    Optional<Part> take(String node, long leaseMillis) {
        return database.sql("""
            with free as materialized (
                select q.jurisdiction, q.date, q.part
                  from loan.day_close_parts q join loan.day_closes c using (jurisdiction, date)
                 where not q.finished and c.state = 'RUNNING' and not c.dry_run
                   and (q.leased_until is null or q.leased_until < clock_timestamp())
                 order by q.date, q.part limit 1 for update of q skip locked)
            update loan.day_close_parts p
               set node = :node, leased_until = clock_timestamp() + :lease * interval '1 millisecond'
              from free
             where p.jurisdiction = free.jurisdiction and p.date = free.date and p.part = free.part
            returning p.jurisdiction, p.date, p.part, p.after, p.pass
            """)
                .param("node", node)
                .param("lease", leaseMillis)
                .query((row, _) -> new Part(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5)))
                .optional();
    }

    /** The next loans of a part with something to do. */
    List<Next> next(Part part, int most) {
        return database.sql("""
            select loan, next_due = :date as due from loan.agenda_v1
             where jurisdiction = :jurisdiction and part = :part and next_action <= :date and loan > :after
             order by loan limit :most
            """)
                .param("jurisdiction", part.jurisdiction())
                .param("part", part.part())
                .param("date", part.date())
                .param("after", part.after())
                .param("most", most)
                .query((row, _) -> new Next(row.getString(1), row.getBoolean(2)))
                .list();
    }

    /** @param due whether something falls due on the day */
    record Next(String loan, boolean due) {}

    /** Notes progress; false when the part was lost or the close stopped. */
    boolean moved(Part part, String node, long leaseMillis, long done, long dues) {
        return database.sql("""
            update loan.day_close_parts p
               set after = :after, pass = :pass, done = p.done + :done, dues = p.dues + :dues,
                   leased_until = clock_timestamp() + :lease * interval '1 millisecond'
             where jurisdiction = :jurisdiction and date = :date and part = :part and node = :node and not finished
               and exists (select 1 from loan.day_closes c where c.jurisdiction = :jurisdiction and c.date = :date
                              and not c.dry_run and c.state = 'RUNNING')
            """)
                        .param("after", part.after())
                        .param("pass", part.pass())
                        .param("done", done)
                        .param("dues", dues)
                        .param("lease", leaseMillis)
                        .param("jurisdiction", part.jurisdiction())
                        .param("date", part.date())
                        .param("part", part.part())
                        .param("node", node)
                        .update()
                == 1;
    }

    void finish(Part part, String node) {
        database.sql("update loan.day_close_parts set finished = true, leased_until = null"
                        + " where jurisdiction = ? and date = ? and part = ? and node = ?")
                .params(part.jurisdiction(), part.date(), part.part(), node)
                .update();
    }

    void release(Part part, String node) {
        database.sql("update loan.day_close_parts set leased_until = null where jurisdiction = ? and date = ?"
                        + " and part = ? and node = ? and not finished")
                .params(part.jurisdiction(), part.date(), part.part(), node)
                .update();
    }

    boolean allFinished(Close close) {
        return database.sql("select bool_and(finished) from loan.day_close_parts where jurisdiction = ? and date = ?")
                .params(close.jurisdiction(), close.date())
                .query(Boolean.class)
                .single();
    }

    long dues(Close close) {
        return database.sql(
                        "select coalesce(sum(dues), 0) from loan.day_close_parts where jurisdiction = ? and date = ?")
                .params(close.jurisdiction(), close.date())
                .query(Long.class)
                .single();
    }

    void note(Part part, List<Trouble> troubles) {
        troubles.forEach(trouble -> database.sql("""
            insert into loan.day_close_troubles (jurisdiction, date, loan, why) values (?, ?, ?, ?)
            on conflict (jurisdiction, date, loan) do update set why = excluded.why
            """)
                .params(part.jurisdiction(), part.date(), trouble.loan(), trouble.why())
                .update());
    }

    /** Troubles of a close that have not gone away; and its parts begin anew, so that the next run tries them again. */
    List<Trouble> troubles(Close close) {
        return database.sql(
                        "select loan, why from loan.day_close_troubles where jurisdiction = ? and date = ? order by 1")
                .params(close.jurisdiction(), close.date())
                .query((row, _) -> new Trouble(row.getString(1), row.getString(2)))
                .list();
    }

    void tryAgain(Close close) {
        database.sql("delete from loan.day_close_troubles where jurisdiction = ? and date = ?")
                .params(close.jurisdiction(), close.date())
                .update();
        database.sql("update loan.day_close_parts set finished = false, after = '', pass = 1"
                        + " where jurisdiction = ? and date = ?")
                .params(close.jurisdiction(), close.date())
                .update();
    }
}
