package tallystick.bank.iso20022;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.bank.iso20022.Answered.Sent;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.bank.spi.FetchResult.Line;
import tallystick.bank.spi.Operation;

/** The half of the ledger about what comes: files by their content, and what they said. */
final class Incoming {
    private static final String SENT =
            "select instruction, end_to_end, operation, currency, amount, block from orders ";

    private final Database database;
    private final Seal seal;

    Incoming(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Notes that a file is there; says whether it was handled before. */
    boolean isHandled(String sha256, String name, Instant now) {
        return database.run(connection -> {
            try (var insert =
                    connection.prepareStatement("insert into files_in (sha256, name, seen_at) values (?, ?, ?)"
                            + " on conflict (sha256) do update set sha256 = excluded.sha256 returning handled")) {
                insert.setString(1, sha256);
                insert.setString(2, name);
                insert.setTimestamp(3, Timestamp.from(now));
                try (var row = insert.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    /** Whether another content came under this name. */
    boolean isNameOfAnother(String sha256, String name) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement("select 1 from files_in where name = ? and sha256 <> ?")) {
                select.setString(1, name);
                select.setString(2, sha256);
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    void handled(String sha256) {
        database.run(connection -> {
            try (var update = connection.prepareStatement("update files_in set handled = true where sha256 = ?")) {
                update.setString(1, sha256);
                return update.executeUpdate();
            }
        });
    }

    /** The orders of our file with a message id. */
    List<Sent> ofFile(String messageId) {
        return sent(
                "where file in (?, ?) order by block, instruction",
                PaymentFile.CREDIT_TRANSFERS + "-" + messageId + ".xml",
                PaymentFile.DIRECT_DEBITS + "-" + messageId + ".xml");
    }

    List<Sent> ofBlock(String block) {
        return sent("where block = ? order by instruction", block);
    }

    Map<String, Sent> byEndToEnd(Collection<String> ids) {
        var known = new HashMap<String, Sent>();
        database.run(connection -> {
            try (var select = connection.prepareStatement(SENT + "where end_to_end = any (?)")) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        known.put(row.getString(2), sent(row));
                    }
                }
            }
            return known.size();
        });
        return known;
    }

    private List<Sent> sent(String where, String... parameters) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement(SENT + where)) {
                for (var i = 0; i < parameters.length; i++) {
                    select.setString(i + 1, parameters[i]);
                }
                var orders = new ArrayList<Sent>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        orders.add(sent(row));
                    }
                }
                return orders;
            }
        });
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getString(1),
                row.getString(2),
                Operation.valueOf(row.getString(3)),
                Outgoing.amount(row.getString(4), row.getBigDecimal(5)),
                row.getString(6));
    }

    /** What a file says, all of it or nothing; again it changes nothing. */
    void keep(String file, List<BankFact> facts, List<KnownStatement> statements) {
        database.run(connection -> {
            keepFacts(connection, file, facts);
            for (var statement : statements) {
                keepStatement(connection, file, statement);
            }
            return true;
        });
    }

    private void keepFacts(Connection connection, String file, List<BankFact> facts) throws SQLException {
        try (var insert = connection.prepareStatement("insert into facts (file, nr, instruction, sealed)"
                + " values (?, ?, ?, ?) on conflict (file, nr) do nothing")) {
            for (var i = 0; i < facts.size(); i++) {
                insert.setString(1, file);
                insert.setInt(2, i);
                insert.setString(3, facts.get(i) instanceof BankFact.OfInstruction fact ? fact.instruction() : null);
                insert.setBytes(4, seal.hide(Fact.write(facts.get(i)).getBytes(StandardCharsets.UTF_8)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What the file said when it was read first: it was kept before anybody was told. */
    List<String> said(String file) {
        return lines("select sealed from facts where file = ? order by nr", file);
    }

    /** What the bank has said of an instruction so far. */
    List<BankFact.OfInstruction> of(String instruction) {
        return lines(
                        "select f.sealed from facts f join files_in i on i.sha256 = f.file where f.instruction = ?"
                                + " order by i.seen_at, f.file, f.nr",
                        instruction)
                .stream()
                .map(Fact::read)
                .filter(BankFact.OfInstruction.class::isInstance)
                .map(BankFact.OfInstruction.class::cast)
                .toList();
    }

    private List<String> lines(String select, String parameter) {
        return database.run(connection -> {
            try (var statement = connection.prepareStatement(select)) {
                statement.setString(1, parameter);
                var lines = new ArrayList<String>();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        lines.add(new String(seal.open(row.getBytes(1)), StandardCharsets.UTF_8));
                    }
                }
                return lines;
            }
        });
    }

    /** A statement whose bookings are known by our own ids. */
    record KnownStatement(String id, @Nullable Long number, BankStatement.Balances balances, List<Line> lines) {}

    private static void keepStatement(Connection connection, String file, KnownStatement statement)
            throws SQLException {
        var balances = statement.balances();
        try (var insert =
                connection.prepareStatement("insert into statements (id, file, number, day, currency, opening,"
                        + " closing) values (?, ?, ?, ?, ?, ?, ?) on conflict (day, id) do nothing")) {
            insert.setString(1, statement.id());
            insert.setString(2, file);
            insert.setObject(3, statement.number(), java.sql.Types.BIGINT);
            insert.setDate(4, Date.valueOf(balances.day()));
            insert.setString(5, balances.opening().currency().getCurrencyCode());
            insert.setBigDecimal(6, balances.opening().value());
            insert.setBigDecimal(7, balances.closing().value());
            if (insert.executeUpdate() == 1) {
                keepLines(connection, statement);
            }
        }
    }

    private static void keepLines(Connection connection, KnownStatement statement) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into bookings (day, statement, nr, reference, instruction,"
                        + " loan, direction, amount, value_date) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var i = 0; i < statement.lines().size(); i++) {
                var line = statement.lines().get(i);
                insert.setDate(1, Date.valueOf(statement.balances().day()));
                insert.setString(2, statement.id());
                insert.setInt(3, i);
                insert.setString(4, line.reference());
                insert.setString(5, line.instruction());
                insert.setString(6, line.loan());
                insert.setString(7, line.direction().name());
                insert.setBigDecimal(8, line.amount().value());
                insert.setDate(9, Date.valueOf(line.valueDate()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A statement without its bookings. */
    record Kept(String id, String file, @Nullable Long number, LocalDate day, Amount opening, Amount closing) {
        private long order() {
            return number == null ? 0 : number;
        }
    }

    /** The one before a day. */
    Optional<Kept> before(LocalDate day) {
        return kept("where day < ? order by day desc, coalesce(number, 0) desc", Date.valueOf(day));
    }

    Optional<Kept> after(LocalDate day) {
        return kept("where day > ? order by day, coalesce(number, 0)", Date.valueOf(day));
    }

    /** The one before another, by day and number; of those of a day that have no number, the one whose balance goes on. */
    Optional<Kept> before(Kept one) {
        var opening = one.opening().value();
        return kept(
                """
                where (day, coalesce(number, 0)) < (?, ?)
                   or (day = ? and number is null and cast(? as bigint) is null and id <> ? and closing = ?)
                order by day desc, coalesce(number, 0) desc, closing = ? desc
                """,
                Date.valueOf(one.day()),
                one.order(),
                Date.valueOf(one.day()),
                one.number(),
                one.id(),
                opening,
                opening);
    }

    Optional<Kept> after(Kept one) {
        var closing = one.closing().value();
        return kept(
                """
                where (day, coalesce(number, 0)) > (?, ?)
                   or (day = ? and number is null and cast(? as bigint) is null and id <> ? and opening = ?)
                order by day, coalesce(number, 0), opening = ? desc
                """,
                Date.valueOf(one.day()),
                one.order(),
                Date.valueOf(one.day()),
                one.number(),
                one.id(),
                closing,
                closing);
    }

    private Optional<Kept> kept(String where, @Nullable Object... values) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement(
                    "select id, file, number, day, currency, opening, closing from statements " + where + " limit 1")) {
                for (var nr = 0; nr < values.length; nr++) {
                    select.setObject(nr + 1, values[nr]);
                }
                try (var row = select.executeQuery()) {
                    return row.next() ? Optional.of(kept(row)) : Optional.<Kept>empty();
                }
            }
        });
    }

    List<Kept> ofDay(LocalDate day) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement("select id, file, number, day, currency, opening, closing"
                    + " from statements where day = ? order by coalesce(number, 0), id")) {
                select.setDate(1, Date.valueOf(day));
                var all = new ArrayList<Kept>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        all.add(kept(row));
                    }
                }
                return all;
            }
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var currency = row.getString(5);
        return new Kept(
                row.getString(1),
                row.getString(2),
                row.getObject(3, Long.class),
                row.getDate(4).toLocalDate(),
                Outgoing.amount(currency, row.getBigDecimal(6)),
                Outgoing.amount(currency, row.getBigDecimal(7)));
    }

    /** All bookings of a day, in the bank's order. */
    List<Line> lines(LocalDate day, Currency currency) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement("select reference, instruction, loan, direction, amount,"
                    + " value_date from bookings where day = ? order by statement, nr")) {
                select.setDate(1, Date.valueOf(day));
                var lines = new ArrayList<Line>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        lines.add(new Line(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Direction.valueOf(row.getString(4)),
                                new Amount(currency, row.getBigDecimal(5)),
                                row.getDate(6).toLocalDate()));
                    }
                }
                return lines;
            }
        });
    }
}
