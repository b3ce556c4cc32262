package tallystick.bank.gateway.reconciliation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.gateway.reconciliation.Matching.Ours;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.kernel.BankId;
import tallystick.runtime.web.lists.Keyset;

/** Money in transit and daily reports, as rows. */
final class Statements {
    private final JdbcClient database;

    Statements(JdbcClient database) {
        this.database = database;
    }

    /** One day of one bank, compared. */
    record Day(
            String bank,
            LocalDate day,
            String name,
            int lines,
            int matched,
            int amountDiffers,
            int dateShift,
            int onlyOurs,
            int onlyTheirs,
            int repayments,
            Instant at) {}

    /** What no statement has shown by the end of the day. */
    List<Ours> inTransit(BankId bank, LocalDate until) {
        return database.sql(
                        "select instruction, reference, direction, currency, amount, value_date from bank.expected_v1"
                                + " where bank = ? and value_date <= ? and shown_on is null")
                .params(bank.value(), Date.valueOf(until))
                .query((row, _) -> new Ours(
                        row.getString(1),
                        row.getString(2),
                        Direction.valueOf(row.getString(3)),
                        new Amount(Currency.getInstance(row.getString(4)), row.getBigDecimal(5)),
                        row.getDate(6).toLocalDate()))
                .list();
    }

    /** The bank's references of what statements of some days have shown already. */
    Set<String> shown(BankId bank, LocalDate since) {
        return database.sql(
                        "select shown_by from bank.expected_v1 where bank = ? and shown_by is not null and shown_on >="
                                + " ?")
                .params(bank.value(), Date.valueOf(since))
                .query(String.class)
                .set();
    }

    Optional<LocalDate> last(BankId bank) {
        return database.sql("select max(day) from bank.statements_v1 where bank = ?")
                .param(bank.value())
                .query((row, _) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single();
    }

    /** From when on the bank may have booked anything of ours. */
    Optional<Instant> firstOrder(BankId bank) {
        return database.sql("select min(committed_at) from bank.instructions_v1 where bank = ?")
                .param(bank.value())
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    Optional<Day> find(BankId bank, LocalDate day) {
        return database.sql("select * from bank.statements_v1 where bank = ? and day = ?")
                .params(bank.value(), Date.valueOf(day))
                .query(Statements::day)
                .optional();
    }

    List<Day> list(Keyset page, String bank) {
        return database.sql("select * from bank.statements_v1 where bank = :bank and " + page.where() + page.order())
                .params(page.params())
                .param("bank", bank)
                .query(Statements::day)
                .list();
    }

    private static Day day(ResultSet row, int number) throws SQLException {
        return new Day(
                row.getString("bank"),
                row.getDate("day").toLocalDate(),
                row.getString("name"),
                row.getInt("lines"),
                row.getInt("matched"),
                row.getInt("amount_differs"),
                row.getInt("date_shift"),
                row.getInt("only_ours"),
                row.getInt("only_theirs"),
                row.getInt("repayments"),
                row.getTimestamp("at").toInstant());
    }
}
