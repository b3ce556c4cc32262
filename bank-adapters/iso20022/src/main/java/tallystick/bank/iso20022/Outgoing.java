package tallystick.bank.iso20022;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Operation;

/** The half of the ledger about what leaves: orders that wait, and files on their way. */
final class Outgoing {
    private final Database database;
    private final Seal seal;

    Outgoing(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** How far a file has come. */
    enum State {
        WRITTEN,
        LEAVING,
        SENT
    }

    /** A file that has not left for certain. */
    record OnItsWay(
            String name,
            String sha256,
            State state,
            @Nullable String part) {}

    /** What an order became when it was given to us. */
    enum Taking {
        /** It stands in the ledger, now or before. */
        TAKEN,
        /** Another order stands there under its id. */
        ANOTHER
    }

    /** Committed when it returns. */
    Taking take(Payment payment, Instant now) {
        var proof = seal.prove(String.join(
                "\n",
                payment.operation().name(),
                payment.loan(),
                payment.amount().toString(),
                payment.account().text(),
                String.valueOf(payment.due())));
        return database.run(connection -> {
            try (var insert = connection.prepareStatement("insert into orders (instruction, end_to_end, operation,"
                    + " debit, proof, currency, amount, sealed, taken_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (instruction) do nothing")) {
                insert.setString(1, payment.instruction());
                insert.setString(2, payment.endToEnd());
                insert.setString(3, payment.operation().name());
                insert.setBoolean(4, payment.isDebit());
                insert.setString(5, proof);
                insert.setString(6, payment.amount().currency().getCurrencyCode());
                insert.setBigDecimal(7, payment.amount().value());
                insert.setBytes(8, seal.hide(written(payment)));
                insert.setTimestamp(9, Timestamp.from(now));
                return insert.executeUpdate() == 1 || isSame(connection, payment.instruction(), proof)
                        ? Taking.TAKEN
                        : Taking.ANOTHER;
            }
        });
    }

    private static boolean isSame(Connection connection, String instruction, String proof) throws SQLException {
        try (var select = connection.prepareStatement("select proof = ? from orders where instruction = ?")) {
            select.setString(1, proof);
            select.setString(2, instruction);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    boolean knows(String instruction) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement("select 1 from orders where instruction = ?")) {
                select.setString(1, instruction);
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** What a file is made of, and how. */
    @FunctionalInterface
    interface Composing {
        PaymentFile of(List<Payment> payments);
    }

    /**
     * Puts what waits into a file, when it is time. Of several nodes each takes what no other one is taking.
     *
     * @return the file's name
     */
    Optional<String> compose(boolean debits, Batching batching, OwnAccount account, Instant now, Composing composing) {
        return database.run(connection -> {
            var waiting = waiting(connection, debits, batching.most());
            if (waiting.isEmpty()
                    || !batching.isDue(waiting.size(), waiting.getFirst().since(), now)) {
                return Optional.<String>empty();
            }
            var file = composing.of(waiting.stream().map(Waiting::payment).toList());
            var content = file.content(account);
            insert(connection, file, content, now);
            assign(connection, file);
            return Optional.of(file.name());
        });
    }

    private record Waiting(Payment payment, Instant since) {}

    private List<Waiting> waiting(Connection connection, boolean debits, int most) throws SQLException {
        try (var select =
                connection.prepareStatement("select instruction, operation, currency, amount, sealed, taken_at"
                        + " from orders where file is null and debit = ? order by taken_at, instruction limit ?"
                        + " for update skip locked")) {
            select.setBoolean(1, debits);
            select.setInt(2, most);
            var waiting = new ArrayList<Waiting>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(payment(row), row.getTimestamp(6).toInstant()));
                }
            }
            return waiting;
        }
    }

    private void insert(Connection connection, PaymentFile file, byte[] content, Instant now) throws SQLException {
        var payments = file.blocks().values().stream().flatMap(List::stream).toList();
        try (var insert = connection.prepareStatement(
                "insert into files_out (name, sha256, payments, total, sealed, state, composed_at) values (?, ?, ?, ?,"
                        + " ?, 'WRITTEN', ?)")) {
            insert.setString(1, file.name());
            insert.setString(2, Names.sha256(content));
            insert.setInt(3, payments.size());
            insert.setBigDecimal(4, PaymentFile.total(payments));
            insert.setBytes(5, seal.hide(content));
            insert.setTimestamp(6, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    private static void assign(Connection connection, PaymentFile file) throws SQLException {
        try (var update = connection.prepareStatement(
                "update orders set file = ?, block = ?, sealed = null where instruction = any (?)")) {
            for (Map.Entry<String, List<Payment>> block : file.blocks().entrySet()) {
                var ids = block.getValue().stream().map(Payment::instruction).toArray();
                update.setString(1, file.name());
                update.setString(2, block.getKey());
                update.setArray(3, connection.createArrayOf("text", ids));
                update.executeUpdate();
            }
        }
    }

    /** The oldest first. */
    List<OnItsWay> onTheirWay() {
        return database.run(connection -> {
            var files = new ArrayList<OnItsWay>();
            try (var select = connection.prepareStatement(
                            "select name, sha256, state, part from files_out where state <> 'SENT' order by"
                                    + " composed_at");
                    var row = select.executeQuery()) {
                while (row.next()) {
                    files.add(new OnItsWay(
                            row.getString(1), row.getString(2), State.valueOf(row.getString(3)), row.getString(4)));
                }
            }
            return files;
        });
    }

    byte[] content(String name) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement("select sealed from files_out where name = ?")) {
                select.setString(1, name);
                try (var row = select.executeQuery()) {
                    row.next();
                    return seal.open(row.getBytes(1));
                }
            }
        });
    }

    /** Whether it was this one who may rename it. */
    boolean leaves(String name, String part) {
        return database.run(connection -> {
            try (var update = connection.prepareStatement(
                    "update files_out set state = 'LEAVING', part = ? where name = ? and state = 'WRITTEN'")) {
                update.setString(1, part);
                update.setString(2, name);
                return update.executeUpdate() == 1;
            }
        });
    }

    void sent(String name, Instant now) {
        database.run(connection -> {
            try (var update =
                    connection.prepareStatement("update files_out set state = 'SENT', sent_at = ?, sealed = null"
                            + " where name = ? and state = 'LEAVING'")) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setString(2, name);
                return update.executeUpdate();
            }
        });
    }

    private byte[] written(Payment payment) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeUTF(payment.loan());
            out.writeUTF(payment.account().text());
            out.writeUTF(payment.remittance());
            out.writeUTF(payment.due() == null ? "" : payment.due().toString());
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Payment payment(ResultSet row) throws SQLException {
        try (var in = new DataInputStream(new ByteArrayInputStream(seal.open(row.getBytes(5))))) {
            var loan = in.readUTF();
            var account = AccountNumber.of(in.readUTF());
            var remittance = in.readUTF();
            var due = in.readUTF();
            return new Payment(
                    row.getString(1),
                    Operation.valueOf(row.getString(2)),
                    loan,
                    amount(row.getString(3), row.getBigDecimal(4)),
                    account,
                    remittance,
                    due.isEmpty() ? null : LocalDate.parse(due));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Amount amount(String currency, BigDecimal value) {
        return new Amount(Currency.getInstance(currency), value);
    }
}
