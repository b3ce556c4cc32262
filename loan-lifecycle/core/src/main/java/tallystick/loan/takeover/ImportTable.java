package tallystick.loan.takeover;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files to take over, what became of them, and the rows that could not be taken. */
final class ImportTable {
    private final JdbcClient database;

    ImportTable(JdbcClient database) {
        this.database = database;
    }

    /** One file, or one part of a file that is larger than a request takes. */
    record Part(String portfolio, boolean dryRun, int part) {}

    /** How far all parts of a file are. */
    record Standing(int parts, String state, long rows, long taken, long refused) {}

    record RowError(int part, int row, String reference, String why) {}

    /** A file stays as it was first given; false when another one has its name. */
    boolean keep(Part of, String text) {
        database.sql("""
            insert into loan.imports (portfolio, dry_run, part, text, rows) values (?, ?, ?, ?, ?)
            on conflict (portfolio, dry_run, part)
                do update set text = excluded.text, rows = excluded.rows, state = 'RUNNING' where loan.imports.dry_run
            """)
                .params(
                        of.portfolio(),
                        of.dryRun(),
                        of.part(),
                        text,
                        text.lines().count() - 1)
                .update();
        return database.sql("select text = ? from loan.imports where portfolio = ? and dry_run = ? and part = ?")
                .params(text, of.portfolio(), of.dryRun(), of.part())
                .query(Boolean.class)
                .single();
    }

    String text(Part of) {
        return database.sql("select text from loan.imports where portfolio = ? and dry_run = ? and part = ?")
                .params(of.portfolio(), of.dryRun(), of.part())
                .query(String.class)
                .single();
    }

    Optional<Standing> find(String portfolio, boolean dryRun) {
        return database.sql("""
            select count(*), bool_and(state = 'SUCCEEDED'), sum(rows), sum(done),
                   (select count(*) from loan.import_errors e where e.portfolio = :portfolio and e.dry_run = :dry)
              from loan.imports where portfolio = :portfolio and dry_run = :dry having count(*) > 0
            """)
                .param("portfolio", portfolio)
                .param("dry", dryRun)
                .query((row, _) -> new Standing(
                        row.getInt(1),
                        row.getBoolean(2) ? "SUCCEEDED" : "RUNNING",
                        row.getLong(3),
                        row.getLong(4) - row.getLong(5),
                        row.getLong(5)))
                .optional();
    }

    void done(Part of, long rows, String state) {
        database.sql("update loan.imports set done = ?, state = ? where portfolio = ? and dry_run = ? and part = ?")
                .params(rows, state, of.portfolio(), of.dryRun(), of.part())
                .update();
    }

    void forget(Part of) {
        database.sql("delete from loan.import_errors where portfolio = ? and dry_run = ? and part = ?")
                .params(of.portfolio(), of.dryRun(), of.part())
                .update();
    }

    void note(Part of, int row, String reference, String why) {
        database.sql("""
            insert into loan.import_errors (portfolio, dry_run, part, row, reference, why) values (?, ?, ?, ?, ?, ?)
            on conflict (portfolio, dry_run, part, row) do update set why = excluded.why
            """)
                .params(of.portfolio(), of.dryRun(), of.part(), row, reference, why)
                .update();
    }

    List<RowError> errors(String portfolio, boolean dryRun, int most) {
        return database.sql("select part, row, reference, why from loan.import_errors"
                        + " where portfolio = ? and dry_run = ? order by part, row limit ?")
                .params(portfolio, dryRun, most)
                .query((row, _) -> new RowError(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)))
                .list();
    }
}
