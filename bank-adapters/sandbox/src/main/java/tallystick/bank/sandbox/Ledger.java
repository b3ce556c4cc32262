package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;

/** The bank's double-entry ledger. Of one reference each type of entry is booked once. */
final class Ledger {
    private static final String LOANS = "loans";
    private static final String CUSTOMERS = "customers";

    private final InstantSource clock;

    Ledger(InstantSource clock) {
        this.clock = clock;
    }

    /** What an entry is about. */
    record Matter(
            @Nullable String instruction,
            @Nullable String loan,
            String reference,
            Amount amount,
            LocalDate valueDate) {}

    /** Money to a customer: the loans grow. */
    boolean out(Connection connection, Matter matter, String type) throws SQLException {
        return book(connection, matter, type, LOANS, CUSTOMERS);
    }

    /** Money from a customer: the loans shrink. */
    boolean in(Connection connection, Matter matter, String type) throws SQLException {
        return book(connection, matter, type, CUSTOMERS, LOANS);
    }

    private boolean book(Connection connection, Matter matter, String type, String debit, String credit)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into ledger"
                + " (instruction, loan, reference, type, debit, credit, currency, amount, value_date, booked_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (reference, type) do nothing")) {
            insert.setString(1, matter.instruction());
            insert.setString(2, matter.loan());
            insert.setString(3, matter.reference());
            insert.setString(4, type);
            insert.setString(5, debit);
            insert.setString(6, credit);
            insert.setString(7, matter.amount().currency().getCurrencyCode());
            insert.setBigDecimal(8, matter.amount().value());
            insert.setDate(9, Date.valueOf(matter.valueDate()));
            insert.setTimestamp(10, Timestamp.from(clock.instant()));
            return insert.executeUpdate() == 1;
        }
    }

    /** Its rows as JSON, the newest first, below a number. */
    static List<Object> rows(Connection connection, @Nullable String instruction, long before, int most)
            throws SQLException {
        var rows = new ArrayList<Object>();
        try (var select = connection.prepareStatement("select nr, instruction, loan, currency, amount, value_date, type"
                + " from ledger where (cast(? as text) is null or instruction = ?) and nr < ?"
                + " order by nr desc limit ?")) {
            select.setString(1, instruction);
            select.setString(2, instruction);
            select.setLong(3, before);
            select.setInt(4, most);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(json(row));
                }
            }
        }
        return rows;
    }

    /** What was booked for a day, as the bank writes it down: what came back has a reference of its own. */
    static List<Object> statement(Connection connection, LocalDate day) throws SQLException {
        var lines = new ArrayList<Object>();
        try (var select =
                connection.prepareStatement("select nr, instruction, loan, currency, amount, value_date, type,"
                        + " reference || case type when 'RETURN' then '.R' else '' end,"
                        + " case debit when 'loans' then 'DEBIT' else 'CREDIT' end"
                        + " from ledger where value_date = ? order by nr")) {
            select.setDate(1, Date.valueOf(day));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var line = json(row);
                    line.put("reference", row.getString(8));
                    line.put("direction", row.getString(9));
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static Map<String, @Nullable Object> json(ResultSet row) throws SQLException {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("nr", row.getLong(1));
        entry.put("instruction", row.getString(2));
        entry.put("loan", row.getString(3));
        entry.put("amount", Messages.amount(amount(row.getString(4), row.getBigDecimal(5))));
        entry.put("valueDate", row.getDate(6).toLocalDate().toString());
        entry.put("type", row.getString(7));
        return entry;
    }

    static Amount amount(String currency, BigDecimal value) {
        return new Amount(Currency.getInstance(currency), value);
    }
}
