package tallystick.bank.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.bank.sandbox.FileOrders.Read;

/** What the bank says of files and payments: pain.002, and camt.054 of what comes back. */
final class FileAnswers {
    private static final int BATCH = 2_000;

    private final Database database;
    private final FileBox box;
    private final String account;
    private final InstantSource clock;

    FileAnswers(Database database, FileBox box, String account, InstantSource clock) {
        this.database = database;
        this.box = box;
        this.account = account;
        this.clock = clock;
    }

    /** Something to say of a payment. */
    private record Word(long nr, String endToEnd, String messageId, String block, boolean debit, Fields said) {}

    /** Of all of a file. */
    void whole(Read file, String status, @Nullable String reason) {
        var why = reason == null ? "" : "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>".formatted(reason);
        report("status-" + file.messageId(), file.messageId(), "<GrpSts>%s</GrpSts>%s".formatted(status, why), "");
    }

    private void report(String id, String original, String status, String blocks) {
        box.put("Answer", id, "pain.002.001.10", """
            <CstmrPmtStsRpt><GrpHdr><MsgId>%s</MsgId><CreDtTm>%s</CreDtTm></GrpHdr>\
            <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>%s\
            </CstmrPmtStsRpt>\
            """.formatted(
                        shortened(id), clock.instant(), original, status, blocks));
    }

    private static String shortened(String id) {
        return id.substring(Math.max(0, id.length() - 35));
    }

    /** All that is due by now, in one file for each of the platform's; written first, and then noted as said. */
    void write() {
        var words = database.run(this::due);
        var files = new LinkedHashMap<String, List<Word>>();
        var returns = new ArrayList<Word>();
        for (var word : words) {
            if (word.said().text("type").endsWith(".returned")) {
                returns.add(word);
            } else {
                // A word and its contrary stand in two files: in one there would be one of them.
                files.computeIfAbsent(word.messageId() + turn(files, word), _ -> new ArrayList<>())
                        .add(word);
            }
        }
        files.forEach((_, of) -> payments(of));
        if (!returns.isEmpty()) {
            returns(returns);
        }
        database.run(connection -> said(connection, words));
    }

    private static int turn(Map<String, List<Word>> files, Word word) {
        var turn = 0;
        while (files.getOrDefault(word.messageId() + turn, List.of()).stream()
                .anyMatch(other -> other.endToEnd().equals(word.endToEnd()))) {
            turn++;
        }
        return turn;
    }

    private List<Word> due(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select m.nr, o.id, o.message_id, o.block, o.debit, m.body"
                + " from messages m join file_orders o on o.id = m.instruction"
                + " where m.by_file and m.delivered_at is null and m.due_at <= ? order by m.nr limit ?")) {
            select.setTimestamp(1, Timestamp.from(clock.instant()));
            select.setInt(2, BATCH);
            var words = new ArrayList<Word>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    words.add(word(row));
                }
            }
            return words;
        }
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                Json.object(row.getString(6)));
    }

    private void payments(List<Word> words) {
        var blocks = new LinkedHashMap<String, StringBuilder>();
        for (var word : words) {
            blocks.computeIfAbsent(word.block(), _ -> new StringBuilder()).append(payment(word));
        }
        var all = new StringBuilder();
        blocks.forEach((block, its) -> all.append(
                "<OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>".formatted(block, its)));
        var first = words.getFirst();
        report("status-%s-%d".formatted(first.messageId(), first.nr()), first.messageId(), "", all.toString());
    }

    private static String payment(Word word) {
        var said = word.said();
        var kind = said.text("type").replaceFirst(".*\\.", "");
        var status = switch (kind) {
            case "confirmed" -> "ACSC";
            case "rejected" -> "RJCT";
            default -> "ACSP";
        };
        var reason = said.textOrNull("reason");
        var amount = said.amount("amount");
        var payee = said.textOrNull("payee");
        var account = payee == null || word.debit()
                ? ""
                : "<CdtrAcct><Id><Othr><Id>%s</Id></Othr></Id></CdtrAcct>".formatted(payee);
        return """
            <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s<AccptncDtTm>%sT12:00:00</AccptncDtTm>\
            <AcctSvcrRef>%s</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="%s">%s</InstdAmt></Amt>%s</OrgnlTxRef></TxInfAndSts>\
            """.formatted(
                        word.endToEnd(),
                        status,
                        reason == null ? "" : "<StsRsnInf><Rsn><Prtry>%s</Prtry></Rsn></StsRsnInf>".formatted(reason),
                        said.text("valueDate"),
                        said.text("bankReference"),
                        amount.currency(),
                        amount.value().toPlainString(),
                        account);
    }

    private void returns(List<Word> words) {
        var entries = new StringBuilder();
        for (var word : words) {
            var amount = word.said().amount("amount");
            entries.append(FileStatements.entry(
                    new FileStatements.Booked(
                            word.said().text("bankReference") + ".R",
                            word.endToEnd(),
                            null,
                            word.debit() ? "DBIT" : "CRDT",
                            amount,
                            word.said().date("valueDate")),
                    today(),
                    word.said().textOrNull("reason")));
        }
        var id = "notice-" + words.getFirst().nr();
        box.put("Answer", id, "camt.054.001.08", """
            <BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>%s</MsgId><CreDtTm>%s</CreDtTm></GrpHdr><Ntfctn><Id>%s</Id>\
            <Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>%s</Ntfctn></BkToCstmrDbtCdtNtfctn>\
            """.formatted(id, clock.instant(), id, account, entries));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private boolean said(Connection connection, List<Word> words) throws SQLException {
        try (var update = connection.prepareStatement("update messages set delivered_at = ? where nr = any (?)")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", words.stream().map(Word::nr).toArray()));
            return update.executeUpdate() > 0;
        }
    }
}
