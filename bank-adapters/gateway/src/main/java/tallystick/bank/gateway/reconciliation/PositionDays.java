package tallystick.bank.gateway.reconciliation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.BankId;
import tallystick.runtime.web.lists.Keyset;

/** What comparing positions came to, day by day, and which loans a bank keeps. */
final class PositionDays {
    private final JdbcClient database;

    PositionDays(JdbcClient database) {
        this.database = database;
    }

    /** One day of one bank, compared: how many loans differ in which field. */
    record PositionDay(
            String bank,
            LocalDate day,
            String name,
            int loans,
            int agreed,
            int principal,
            int interest,
            int daysPastDue,
            int standing,
            int onlyOurs,
            int onlyTheirs,
            Instant at) {}

    /** A bank that took a schedule in before keeps the loan; one that it was told later it need not name yet. */
    Set<String> kept(BankId bank, Instant before) {
        return database.sql("select distinct loan from bank.instructions_v1"
                        + " where bank = ? and kind = 'SyncSchedule' and state = 'CONFIRMED' and since < ?")
                .params(bank.value(), Timestamp.from(before))
                .query(String.class)
                .set();
    }

    Optional<LocalDate> last(BankId bank) {
        return database.sql("select max(day) from bank.positions_v1 where bank = ?")
                .param(bank.value())
                .query((row, _) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single();
    }

    List<PositionDay> list(Keyset page, String bank) {
        return database.sql("select * from bank.positions_v1 where bank = :bank and " + page.where() + page.order())
                .params(page.params())
                .param("bank", bank)
                .query(PositionDays::day)
                .list();
    }

    private static PositionDay day(ResultSet row, int number) throws SQLException {
        return new PositionDay(
                row.getString("bank"),
                row.getDate("day").toLocalDate(),
                row.getString("name"),
                row.getInt("loans"),
                row.getInt("agreed"),
                row.getInt("principal"),
                row.getInt("interest"),
                row.getInt("days_past_due"),
                row.getInt("standing"),
                row.getInt("only_ours"),
                row.getInt("only_theirs"),
                row.getTimestamp("at").toInstant());
    }
}
