package tallystick.bank.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bank has to say, written down in the transaction that decided it; the courier carries it. */
final class Outbox {
    private final InstantSource clock;

    Outbox(InstantSource clock) {
        this.clock = clock;
    }

    void put(Connection connection, @Nullable String instruction, List<Telling> tellings, Optional<Script.Due> fault)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into messages"
                + " (webhook_id, instruction, body, due_at, told, answers, fault, disguise, by_file)"
                // What came by file is answered by file, and not called back.
                + " select ?, ?, ?, ?, ? and not of.file, ?, ?, ?, ? and of.file"
                + " from (select exists (select 1 from file_orders where id = ?) as file) of")) {
            for (var telling : tellings) {
                var disguise = telling.disguise();
                insert.setString(1, telling.webhookId());
                insert.setString(2, instruction);
                insert.setString(3, telling.body());
                insert.setTimestamp(4, Timestamp.from(clock.instant().plus(telling.after())));
                insert.setBoolean(5, telling.told());
                insert.setBoolean(6, telling.answers());
                insert.setObject(7, fault.map(Script.Due::id).orElse(null), Types.BIGINT);
                insert.setString(8, disguise == null ? null : disguise.name());
                insert.setBoolean(9, telling.told());
                insert.setString(10, instruction);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What is true of an instruction by now, oldest first; for whoever asks. */
    List<@Nullable Object> said(Connection connection, String instruction) throws SQLException {
        var messages = new ArrayList<@Nullable Object>();
        try (var select = connection.prepareStatement(
                "select body from messages where instruction = ? and answers and due_at <= ? order by nr")) {
            select.setString(1, instruction);
            select.setTimestamp(2, Timestamp.from(clock.instant()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    messages.add(Json.read(row.getString(1)));
                }
            }
        }
        return messages;
    }
}
