package tallystick.bank.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallystick.bank.sandbox.FileOrders.Payment;
import tallystick.bank.sandbox.FileOrders.Read;

/** Does what a payment file orders, payment by payment, by the same rules as at the counter. */
final class FileDesk {
    private static final Pattern LOAN = Pattern.compile("loan-[A-Za-z0-9._-]{1,50}");

    private final Database database;
    private final SandboxBank bank;
    private final Script script;
    private final InstantSource clock;

    FileDesk(Database database, SandboxBank bank, Script script, InstantSource clock) {
        this.database = database;
        this.bank = bank;
        this.script = script;
        this.clock = clock;
    }

    /** A file that stops in the middle is taken again from its beginning: what was done is found again. */
    void take(String name, Read file, FileAnswers answers) {
        database.run(connection -> note(connection, name, file));
        var fault = script.next("File", file.messageId()).map(Script.Due::fault).orElse(null);
        if (!file.addsUp() || fault == Fault.REJECT) {
            answers.whole(file, "RJCT", file.addsUp() ? "AM05" : "AM10");
            return;
        }
        if (fault == Fault.TIMEOUT_BEFORE || fault == Fault.SILENT) {
            return; // Lost on the desk: nobody does anything, and nobody answers.
        }
        answers.whole(file, "ACTC", null);
        for (var payment : file.payments()) {
            take(file, payment);
        }
    }

    private void take(Read file, Payment payment) {
        var order = new Order(
                payment.endToEnd(),
                payment.toString(),
                payment.operation(),
                payment.amount(),
                loan(payment.note()),
                payment.account(),
                null,
                null,
                null,
                null);
        var due = script.next(order.name(), order.id());
        if (due.map(Script.Due::fault).filter(FileDesk::isLost).isEmpty()) {
            database.run(connection -> note(connection, file, payment));
            bank.take(order, due);
        }
    }

    /** What at the counter keeps an order from the bank, keeps it from the desk, too. */
    private static boolean isLost(Fault fault) {
        return switch (fault) {
            case TIMEOUT_BEFORE, STATUS_500, STATUS_429, OUTAGE -> true;
            default -> false;
        };
    }

    private static @Nullable String loan(String note) {
        return Optional.of(LOAN.matcher(note))
                .filter(found -> found.find())
                .map(found -> found.group())
                .orElse(null);
    }

    private boolean note(Connection connection, String name, Read file) throws SQLException {
        try (var insert = connection.prepareStatement("insert into files (message_id, kind, name, taken_at)"
                + " values (?, ?, ?, ?) on conflict (message_id) do update set times = files.times + 1")) {
            insert.setString(1, file.messageId());
            insert.setString(2, file.kind());
            insert.setString(3, name);
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean note(Connection connection, Read file, Payment payment) throws SQLException {
        try (var insert = connection.prepareStatement("insert into file_orders (id, message_id, block, debit)"
                + " values (?, ?, ?, ?) on conflict (id) do nothing")) {
            insert.setString(1, payment.endToEnd());
            insert.setString(2, file.messageId());
            insert.setString(3, payment.block());
            insert.setBoolean(4, file.kind().startsWith("pain.008."));
            return insert.executeUpdate() == 1;
        }
    }
}
