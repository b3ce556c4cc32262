package tallystick.bank.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Operation;

/**
 * The bank: takes orders in, decides, books and says so. The same id moves money at most once; the decision, the ledger
 * rows and the messages about them are one transaction.
 */
final class SandboxBank {
    private static final String RETURN = "RETURN";

    private final Database database;
    private final Ledger ledger;
    private final Outbox outbox;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Duration delay;

    SandboxBank(Database database, InstantSource clock, ZoneId zone, Duration delay) {
        this.database = database;
        this.ledger = new Ledger(clock);
        this.outbox = new Outbox(clock);
        this.clock = clock;
        this.zone = zone;
        this.delay = delay;
    }

    /** Takes an order in, or finds it again. */
    Reply take(Order order, Optional<Script.Due> fault) {
        return database.run(connection -> {
            var reference = reference(connection);
            var number = next(connection);
            if (!insert(connection, order, reference, number)) {
                return again(connection, order);
            }
            return order.operation() == Operation.CANCEL
                    ? cancel(connection, order, reference, fault)
                    : decide(connection, order, reference, number, fault);
        });
    }

    private Reply decide(Connection connection, Order order, String reference, long number, Optional<Script.Due> fault)
            throws SQLException {
        var decision = Decision.of(
                order.operation(), order.amount(), fault.map(Script.Due::fault).orElse(null));
        var tellings = new Tellings(order, reference, () -> uncheckedNext(connection), today(), delay);
        outbox.put(connection, order.id(), tellings.all(decision, fault), fault);
        if (decision == Decision.SILENCE) {
            open(connection, order.id());
        } else if (decision != Decision.NO) {
            book(connection, order, reference, decision);
        }
        return new Reply(202, accepted(order.id(), order.operation(), reference, number));
    }

    /** What is returned went, and came back: both are booked. */
    private void book(Connection connection, Order order, String reference, Decision decision) throws SQLException {
        var matter = new Ledger.Matter(order.id(), order.loan(), reference, decision.of(order.amount()), today());
        var back = decision == Decision.RETURN;
        switch (order.operation()) {
            case PAY_OUT -> out(connection, matter, "PAYOUT", back);
            case REFUND -> out(connection, matter, "REFUND", back);
            case COLLECT -> in(connection, matter, "COLLECTION", back);
            case GUARANTEE_PAYMENT -> in(connection, matter, "GUARANTEE", back);
            case BUY_BACK -> out(connection, matter, "BUY_BACK", back);
            case SYNC_SCHEDULE -> LoanCore.keep(connection, order);
            case REQUEST_CREDIT, SIGN_CONTRACT, CANCEL, REGISTER_MANDATE -> {} // No money moves.
        }
    }

    private void out(Connection connection, Ledger.Matter matter, String type, boolean back) throws SQLException {
        ledger.out(connection, matter, type);
        if (back) {
            ledger.in(connection, matter, RETURN);
        }
    }

    private void in(Connection connection, Ledger.Matter matter, String type, boolean back) throws SQLException {
        ledger.in(connection, matter, type);
        if (back) {
            ledger.out(connection, matter, RETURN);
        }
    }

    /**
     * What is not decided yet can be stopped, unless the script has it refused; what is decided stands, unless the script has
     * it come back.
     */
    private Reply cancel(Connection connection, Order order, String reference, Optional<Script.Due> fault)
            throws SQLException {
        var undone = switch (fault.map(Script.Due::fault).orElse(null)) {
            case REJECT -> Optional.<Telling>empty();
            case LATE_RETURN -> giveBack(connection, order.cancels());
            case null, default -> stop(connection, order.cancels(), reference);
        };
        var tellings = new Tellings(order, reference, () -> uncheckedNext(connection), today(), delay);
        var word = undone.isPresent()
                ? tellings.said("confirmed", order.amount(), null)
                : tellings.said("rejected", null, "TOO_LATE");
        outbox.put(connection, order.id(), List.of(word.untold()), Optional.empty());
        if (undone.isPresent()) {
            outbox.put(connection, order.cancels(), List.of(undone.get()), Optional.empty());
        }
        return new Reply(200, word.body());
    }

    private Optional<Telling> stop(Connection connection, @Nullable String id, String reference) throws SQLException {
        try (var update = connection.prepareStatement("update instructions set open = false, cancelled = true"
                + " where id = ? and open returning operation, loan, body_hash, currency, amount")) {
            update.setString(1, id);
            try (var row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(tellings(connection, id, row, reference).said("rejected", null, "CANCELLED"))
                        : Optional.empty();
            }
        }
    }

    /** The customer has agreed to it, once. */
    private Optional<Telling> giveBack(Connection connection, @Nullable String id) throws SQLException {
        try (var select = connection.prepareStatement("select operation, loan, body_hash, currency, amount, reference"
                + " from instructions i where id = ? and operation = 'PAY_OUT'"
                + " and exists (select 1 from ledger l where l.instruction = i.id and l.type = 'PAYOUT')")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var amount = Ledger.amount(row.getString(4), row.getBigDecimal(5));
                var matter = new Ledger.Matter(id, row.getString(2), row.getString(6), amount, today());
                return ledger.in(connection, matter, RETURN)
                        ? Optional.of(
                                tellings(connection, id, row, row.getString(6)).said("returned", amount, "ASKED_BACK"))
                        : Optional.empty();
            }
        }
    }

    private Tellings tellings(Connection connection, @Nullable String id, ResultSet row, String reference)
            throws SQLException {
        var order = new Order(
                String.valueOf(id),
                row.getString("body_hash"),
                Operation.valueOf(row.getString("operation")),
                Ledger.amount(row.getString("currency"), row.getBigDecimal("amount")),
                row.getString("loan"),
                null,
                null,
                null,
                null,
                null);
        return new Tellings(order, reference, () -> uncheckedNext(connection), today(), delay);
    }

    /** What the bank has said of an order so far; empty when it never came. */
    Optional<Reply> status(String id) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement(
                    "select operation, reference, sequence from instructions where id = ?")) {
                select.setString(1, id);
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(said(
                                    connection,
                                    id,
                                    accepted(
                                            id, Operation.valueOf(row.getString(1)), row.getString(2), row.getLong(3))))
                            : Optional.<Reply>empty();
                }
            }
        });
    }

    private Reply said(Connection connection, String id, String accepted) throws SQLException {
        var messages = new ArrayList<@Nullable Object>();
        messages.add(Json.read(accepted));
        messages.addAll(outbox.said(connection, id));
        return Reply.of(200, Map.of("messages", messages));
    }

    /** A customer pays at the counter. The same key pays once. */
    void pay(String key, String loan, Amount amount, LocalDate date, Optional<Script.Due> fault) {
        database.run(connection -> {
            var reference = "SB-" + key;
            if (ledger.in(connection, new Ledger.Matter(null, loan, reference, amount, date), "REPAYMENT")) {
                var paid = new LinkedHashMap<String, @Nullable Object>();
                paid.put("type", "repayment.received");
                paid.put("sequence", next(connection));
                paid.put("loan", loan);
                paid.put("bankReference", reference);
                paid.put("amount", Messages.amount(amount));
                paid.put("payee", null);
                paid.put("valueDate", date.toString());
                paid.put("reason", null);
                outbox.put(connection, null, payment(reference, Json.write(paid), fault), fault);
            }
            return true;
        });
    }

    private List<Telling> payment(String id, String body, Optional<Script.Due> fault) {
        var telling = new Telling(id, body, delay, true, true, null);
        var soon = delay.plusMillis(100);
        return switch (fault.map(Script.Due::fault).orElse(null)) {
            case DROP, SILENT -> List.of(telling.untold());
            case DELAY -> List.of(telling.after(Duration.ofSeconds(2)));
            case DUPLICATE -> List.of(telling, telling.as(id, null, soon), telling.as(id + ".again", null, soon));
            case FORGED -> List.of(telling.as(id + ".false", Fault.FORGED, delay), telling.after(soon));
            case STALE -> List.of(telling.as(id + ".false", Fault.STALE, delay), telling.after(soon));
            case null, default -> List.of(telling);
        };
    }

    /** Rows of the ledger, the newest first. */
    Reply ledger(@Nullable String instruction, long before, int most) {
        return database.run(
                connection -> Reply.of(200, Map.of("items", Ledger.rows(connection, instruction, before, most))));
    }

    /** Everything that was booked for a day, once the day is over. */
    Reply statement(LocalDate day, @Nullable Fault fault) {
        return file(day, "lines", fault, connection -> Ledger.statement(connection, day));
    }

    /** Every loan with a schedule, as it stood when the day was over. */
    Reply positions(LocalDate day, @Nullable Fault fault) {
        return file(day, "loans", fault, connection -> LoanCore.positions(connection, day, fault));
    }

    /** Not before the day is over; half of it, where the script says so, still says how much there should be. */
    private Reply file(LocalDate day, String what, @Nullable Fault fault, Database.Work<List<Object>> rows) {
        if (!day.isBefore(today())) {
            return Reply.of(404, Map.of("code", "not-yet"));
        }
        var all = database.run(rows);
        var given = fault == Fault.PARTIAL ? all.subList(0, all.size() / 2) : all;
        return Reply.of(
                200, Map.of("id", ("lines".equals(what) ? "SB-" : "SB-P-") + day, "count", all.size(), what, given));
    }

    private static String accepted(String id, Operation operation, String reference, long number) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", Messages.word(operation) + ".accepted");
        body.put("sequence", number);
        body.put("instruction", id);
        body.put("bankReference", reference);
        return Json.write(body);
    }

    private boolean insert(Connection connection, Order order, String reference, long number) throws SQLException {
        try (var insert = connection.prepareStatement("insert into instructions"
                + " (id, body_hash, operation, reference, sequence, loan, currency, amount, open, taken_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, false, ?) on conflict (id) do nothing")) {
            insert.setString(1, order.id());
            insert.setString(2, order.hash());
            insert.setString(3, order.operation().name());
            insert.setString(4, reference);
            insert.setLong(5, number);
            insert.setString(6, order.loan());
            insert.setString(7, order.amount().currency().getCurrencyCode());
            insert.setBigDecimal(8, order.amount().value());
            insert.setTimestamp(9, Timestamp.from(clock.instant()));
            return insert.executeUpdate() == 1;
        }
    }

    private static Reply again(Connection connection, Order order) throws SQLException {
        try (var select = connection.prepareStatement(
                "select body_hash, operation, reference, sequence from instructions where id = ?")) {
            select.setString(1, order.id());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1).equals(order.hash())
                        ? new Reply(
                                202,
                                accepted(
                                        order.id(),
                                        Operation.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getLong(4)))
                        : Reply.of(409, Map.of("code", "another-order-under-this-id"));
            }
        }
    }

    private static void open(Connection connection, String id) throws SQLException {
        try (var update = connection.prepareStatement("update instructions set open = true where id = ?")) {
            update.setString(1, id);
            update.executeUpdate();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static String reference(Connection connection) throws SQLException {
        return "SB-" + next(connection);
    }

    private static long next(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select nextval('bank_sequence')");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long uncheckedNext(Connection connection) {
        try {
            return next(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The sandbox bank's database failed.", failed);
        }
    }
}
