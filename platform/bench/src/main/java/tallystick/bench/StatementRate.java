package tallystick.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tallystick.server.TallystickServer;

/**
 * A bank that says nothing but its statement: from the camt.053 in our folder until each of its bookings has confirmed an
 * order and is reconciled, as an event of each and in the list of money in transit.
 */
final class StatementRate implements Measurement {
    private static final Pattern PAYMENT = Pattern.compile("<EndToEndId>([^<]+)</EndToEndId>");
    private static final BigDecimal AMOUNT = new BigDecimal("12000.00");

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Override
    public void run(Options options, Report report) throws Exception {
        var folder = Files.createTempDirectory("statements");
        try (var platform = new SpringApplicationBuilder(TallystickServer.class).run(FileRate.settings(folder))) {
            var rows = options.number("rows", 20_000);
            report.condition("rows", "" + rows);
            FileRate.order(platform, 0, rows, 64);
            FileRate.await(folder.resolve("out"), new HashMap<>(), rows);
            var address = "http://127.0.0.1:" + platform.getEnvironment().getProperty("local.server.port");
            var operations = new Asker(address, folder.resolve("data"), "operations");
            var start = System.nanoTime();
            put(folder, statement(folder.resolve("out"), rows));
            while (!operations
                    .post("/banks/files/statements", "{\"day\":\"%s\"}".formatted(day))
                    .contains("\"taken\":true")) {
                Thread.sleep(200);
            }
            report.add("bookings confirmed, compared and recorded", "/s", rows / seconds(start));
            var shown = platform.getBean(JdbcClient.class)
                    .sql("select count(*) from bank.expected_v1 where shown_on is not null");
            while (shown.query(Integer.class).single() < rows) {
                Thread.sleep(100);
            }
            report.add("and in no list of money in transit any more", "/s", rows / seconds(start));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void put(Path folder, String statement) throws IOException {
        var file = Files.writeString(folder.resolve("statement"), statement);
        Files.move(file, folder.resolve("in/statement.xml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private String statement(Path out, int rows) throws IOException {
        var entries = FileRate.files(out).stream()
                .flatMap(this::payments)
                .map("""
                    <Ntry><Amt Ccy="CNY">%1$s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
                    <BookgDt><Dt>%2$s</Dt></BookgDt><ValDt><Dt>%2$s</Dt></ValDt><AcctSvcrRef>B-%3$s</AcctSvcrRef>\
                    <NtryDtls><TxDtls><Refs><EndToEndId>%3$s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                    """::formatted)
                .collect(Collectors.joining());
        return """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M-1</MsgId></GrpHdr>
            <Stmt><Id>ST-1</Id><ElctrncSeqNb>1</ElctrncSeqNb><Acct><Id><Othr><Id>110107001234</Id></Othr></Id></Acct>
            %s%s%s</Stmt></BkToCstmrStmt></Document>
            """.formatted(
                        balance("OPBD", AMOUNT.multiply(BigDecimal.valueOf(rows))),
                        balance("CLBD", new BigDecimal("0.00")),
                        entries);
    }

    private String balance(String code, BigDecimal amount) {
        return """
            <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>%s</Dt></Dt></Bal>
            """.formatted(code, amount, day);
    }

    private Stream<Object[]> payments(Path file) {
        try {
            return PAYMENT.matcher(Files.readString(file)).results().map((MatchResult payment) ->
                    new Object[] {AMOUNT, day, payment.group(1)});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
