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

    /** How far a file is. */
    record Standing(String portfolio, boolean dryRun, String state, long rows, long taken, long refused) {}

    record RowError(int row, String reference, String why) {}

    /** A file stays as it was first given; false when another one has its name. */
    boolean keep(String portfolio, boolean dryRun, String text) {
        database.sql("""
            insert into loan.imports (portfolio, dry_run, text, rows) values (?, ?, ?, ?)
            on conflict (portfolio, dry_run) do update set text = excluded.text, rows = excluded.rows, state = 'RUNNING'
                where loan.imports.dry_run
            """)
                .params(portfolio, dryRun, text, text.lines().count() - 1)
                .update();
        return database.sql("select text = ? from loan.imports where portfolio = ? and dry_run = ?")
                .params(text, portfolio, dryRun)
                .query(Boolean.class)
                .single();
    }

    String text(String portfolio, boolean dryRun) {
        return database.sql("select text from loan.imports where portfolio = ? and dry_run = ?")
                .params(portfolio, dryRun)
                .query(String.class)
                .single();
    }

    Optional<Standing> find(String portfolio, boolean dryRun) {
        return database.sql("""
            select portfolio, dry_run, state, rows, done,
                   (select count(*) from loan.import_errors e where e.portfolio = i.portfolio and e.dry_run = i.dry_run)
              from loan.imports i where portfolio = ? and dry_run = ?
            """)
                .params(portfolio, dryRun)
                .query((row, _) -> new Standing(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5) - row.getLong(6),
                        row.getLong(6)))
                .optional();
    }

    void done(String portfolio, boolean dryRun, long rows, String state) {
        database.sql("update loan.imports set done = ?, state = ? where portfolio = ? and dry_run = ?")
                .params(rows, state, portfolio, dryRun)
                .update();
    }

    void forget(String portfolio, boolean dryRun) {
        database.sql("delete from loan.import_errors where portfolio = ? and dry_run = ?")
                .params(portfolio, dryRun)
                .update();
    }

    void note(String portfolio, boolean dryRun, RowError error) {
        database.sql("""
            insert into loan.import_errors (portfolio, dry_run, row, reference, why) values (?, ?, ?, ?, ?)
            on conflict (portfolio, dry_run, row) do update set why = excluded.why
            """)
                .params(portfolio, dryRun, error.row(), error.reference(), error.why())
                .update();
    }

    List<RowError> errors(String portfolio, boolean dryRun, int most) {
        return database.sql("select row, reference, why from loan.import_errors where portfolio = ? and dry_run = ?"
                        + " order by row limit ?")
                .params(portfolio, dryRun, most)
                .query((row, _) -> new RowError(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }
}
