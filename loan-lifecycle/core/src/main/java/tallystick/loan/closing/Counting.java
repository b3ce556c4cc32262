package tallystick.loan.closing;

import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.api.DayCounts;
import tallystick.loan.closing.CloseTable.Close;

/** Counts what a close did, from what its events left behind: the same after any number of interruptions. */
final class Counting {
    private final JdbcClient database;
    private final CloseTable closes;

    Counting(JdbcClient database, CloseTable closes) {
        this.database = database;
        this.closes = closes;
    }

    DayCounts of(Close close, long postings) {
        var moves = database.sql("select count(*) from loan.bucket_moves_v1 where jurisdiction = ? and date = ?")
                .params(close.jurisdiction(), close.date())
                .query(Long.class)
                .single();
        return new DayCounts(closes.dues(close), 0, moves, 0, 0, postings);
    }
}
