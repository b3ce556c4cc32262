package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;

/** The statement of the platform's account for each day that is over (camt.053), numbered and without a gap. */
final class FileStatements {
    private final Database database;
    private final FileBox box;
    private final String account;
    private final InstantSource clock;
    private final ZoneId zone;

    private final String currency;

    FileStatements(Database database, FileBox box, String account, String currency, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.box = box;
        this.account = account;
        this.currency = currency;
        this.clock = clock;
        this.zone = zone;
    }

    /** One line of a statement. */
    record Booked(
            String reference,
            @Nullable String instruction,
            @Nullable String loan,
            String direction,
            Amount amount,
            LocalDate valueDate) {}

    private record Day(long number, LocalDate day, BigDecimal opening, BigDecimal closing, List<Booked> lines) {}

    /** Composed in the transaction that notes it; a day that was noted and not written is written when the bank is back. */
    void write() {
        var yesterday = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
        for (var next = unwritten(yesterday); next.isPresent(); next = unwritten(yesterday)) {
            var day = next.get();
            box.put("Statement", "statement-" + day.number(), "camt.053.001.08", content(day));
            database.run(connection -> written(connection, day.number()));
        }
    }

    private Optional<Day> unwritten(LocalDate until) {
        return database.run(connection -> {
            try (var select = connection.prepareStatement("select number, day, closing, last_nr, written"
                            + " from file_statements order by number desc limit 1");
                    var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.of(compose(connection, 1, until, BigDecimal.ZERO, 0));
                }
                var day = row.getDate(2).toLocalDate();
                if (!row.getBoolean(5)) {
                    return Optional.of(again(connection, row.getLong(1)));
                }
                return day.isBefore(until)
                        ? Optional.of(compose(
                                connection, row.getLong(1) + 1, day.plusDays(1), row.getBigDecimal(3), row.getLong(4)))
                        : Optional.<Day>empty();
            }
        });
    }

    /** All that was booked before the end of the day and stands on no statement. */
    private Day compose(Connection connection, long number, LocalDate day, BigDecimal opening, long after)
            throws SQLException {
        long last;
        try (var select = connection.prepareStatement("select coalesce(max(nr), ?) from ledger where booked_at < ?")) {
            select.setLong(1, after);
            select.setTimestamp(
                    2, Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()));
            try (var row = select.executeQuery()) {
                row.next();
                last = Math.max(after, row.getLong(1));
            }
        }
        var lines = lines(connection, after, last);
        var closing = opening;
        for (var line : lines) {
            var amount = line.amount().value();
            closing = line.direction().equals("CRDT") ? closing.add(amount) : closing.subtract(amount);
        }
        try (var insert = connection.prepareStatement(
                "insert into file_statements (number, day, closing, last_nr) values (?, ?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setDate(2, Date.valueOf(day));
            insert.setBigDecimal(3, closing);
            insert.setLong(4, last);
            insert.executeUpdate();
        }
        return new Day(number, day, opening, closing, lines);
    }

    private Day again(Connection connection, long number) throws SQLException {
        try (var select = connection.prepareStatement("select s.day, coalesce(b.closing, 0), s.closing,"
                + " coalesce(b.last_nr, 0), s.last_nr from file_statements s"
                + " left join file_statements b on b.number = s.number - 1 where s.number = ?")) {
            select.setLong(1, number);
            try (var row = select.executeQuery()) {
                row.next();
                return new Day(
                        number,
                        row.getDate(1).toLocalDate(),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        lines(connection, row.getLong(4), row.getLong(5)));
            }
        }
    }

    private List<Booked> lines(Connection connection, long after, long last) throws SQLException {
        try (var select =
                connection.prepareStatement("select reference || case type when 'RETURN' then '.R' else '' end,"
                        + " instruction, loan, case debit when 'loans' then 'DBIT' else 'CRDT' end, currency, amount,"
                        + " value_date from ledger where nr > ? and nr <= ? and currency = ? order by nr")) {
            select.setLong(1, after);
            select.setLong(2, last);
            select.setString(3, currency);
            var lines = new ArrayList<Booked>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new Booked(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Ledger.amount(row.getString(5), row.getBigDecimal(6)),
                            row.getDate(7).toLocalDate()));
                }
            }
            return lines;
        }
    }

    private static boolean written(Connection connection, long number) throws SQLException {
        try (var update = connection.prepareStatement("update file_statements set written = true where number = ?")) {
            update.setLong(1, number);
            return update.executeUpdate() == 1;
        }
    }

    private String content(Day day) {
        var entries = new StringBuilder();
        day.lines().forEach(line -> entries.append(entry(line, day.day(), null)));
        return """
            <BkToCstmrStmt><GrpHdr><MsgId>SB-%d</MsgId><CreDtTm>%s</CreDtTm></GrpHdr><Stmt><Id>SB-%s</Id>\
            <ElctrncSeqNb>%d</ElctrncSeqNb><Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>%s%s%s</Stmt></BkToCstmrStmt>\
            """.formatted(
                        day.number(),
                        clock.instant(),
                        day.day(),
                        day.number(),
                        account,
                        balance("OPBD", day.day(), day.opening()),
                        balance("CLBD", day.day(), day.closing()),
                        entries);
    }

    private String balance(String code, LocalDate day, BigDecimal amount) {
        return """
            <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="%s">%s</Amt><CdtDbtInd>%s</CdtDbtInd>\
            <Dt><Dt>%s</Dt></Dt></Bal>\
            """.formatted(code, currency, amount.abs().toPlainString(), amount.signum() < 0 ? "DBIT" : "CRDT", day);
    }

    static String entry(Booked line, LocalDate day, @Nullable String returned) {
        var refs = line.instruction() == null ? "" : "<EndToEndId>%s</EndToEndId>".formatted(line.instruction());
        var note = line.loan() == null ? "" : "<RmtInf><Ustrd>%s</Ustrd></RmtInf>".formatted(line.loan());
        var back = returned == null ? "" : "<RtrInf><Rsn><Prtry>%s</Prtry></Rsn></RtrInf>".formatted(returned);
        return """
            <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt>\
            <ValDt><Dt>%s</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls><Refs>%s</Refs>%s%s</TxDtls></NtryDtls>\
            </Ntry>\
            """.formatted(
                        line.amount().currency(),
                        line.amount().value().toPlainString(),
                        line.direction(),
                        day,
                        line.valueDate(),
                        line.reference(),
                        refs,
                        note,
                        back);
    }
}
