package tallystick.loan.closing;

import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.api.DayCounts;
import tallystick.loan.closing.CloseTable.Close;

/** Counts what a close did, from what its events left behind: the same after any number of interruptions. */
final class Counting {
    private final JdbcClient database;
    private final PartTable parts;

    Counting(JdbcClient database, PartTable parts) {
        this.database = database;
        this.parts = parts;
    }

    DayCounts of(Close close, long postings) {
        var moves = count("select count(*) from loan.bucket_moves_v1 where jurisdiction = ? and date = ?", close);
        var debits = count("select count(*) from loan.debits_v1 where jurisdiction = ? and date = ?", close);
        var fees = count("select count(*) from loan.late_fees_v1 where jurisdiction = ? and date = ?", close);
        return new DayCounts(parts.dues(close), fees, moves, debits, 0, postings);
    }

    private long count(String sql, Close close) {
        return database.sql(sql)
                .params(close.jurisdiction(), close.date())
                .query(Long.class)
                .single();
    }
}
