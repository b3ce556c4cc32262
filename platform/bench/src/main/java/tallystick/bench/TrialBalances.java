package tallystick.bench;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tallystick.server.TallystickServer;

/**
 * The trial balance over books of many postings, filled by the server's own SQL: as of a day, and as known at an instant. The
 * sums beside the postings are made from them, as the ledger does, and compared with them.
 */
final class TrialBalances implements Measurement {
    private static final String JOURNALS = """
        insert into loan.journals (id, loan, date, known_at, cause, event)
        select 'journal-' || n, 'loan-' || (n %% 100000), date '2025-01-01' + (n %% 700)::int,
               timestamptz '2025-01-01 00:00:00+00' + (n %% 700) * interval '1 day' + (n %% 86400) * interval '1 second',
               'cause-' || n, 'loan.RepaymentReceived'
          from generate_series(1, %d) n
        """;
    private static final String POSTINGS = """
        insert into loan.postings (journal, nr, basis, account, side, currency, amount, date)
        select j.nr, p.nr, p.basis, p.account, p.side, 'CNY', 1 + j.nr % 1000, j.date
          from loan.journals j cross join (values
               (1, 'BOTH', '1910-receipts-in-transit', 'DEBIT'), (2, 'BOTH', '1100-loans', 'CREDIT'),
               (3, 'CASH', '1910-receipts-in-transit', 'DEBIT'), (4, 'CASH', '4100-interest-income', 'CREDIT'),
               (5, 'ACCRUAL', '1910-receipts-in-transit', 'DEBIT'), (6, 'ACCRUAL', '1200-accrued-interest', 'CREDIT'))
               p (nr, basis, account, side)
        """;
    private static final String SUMS = """
        insert into loan.account_sums
        select p.account, p.currency, p.basis, p.date, date_trunc('hour', j.known_at, 'UTC'),
               coalesce(sum(p.amount) filter (where p.side = 'DEBIT'), 0),
               coalesce(sum(p.amount) filter (where p.side = 'CREDIT'), 0)
          from loan.postings p join loan.journals j on j.nr = p.journal
         group by 1, 2, 3, 4, 5
        """;

    @Override
    public void run(Options options, Report report) throws Exception {
        var folder = java.nio.file.Files.createTempDirectory("trial-balances");
        try (var platform = new SpringApplicationBuilder(TallystickServer.class).run(DayCloses.settings(folder))) {
            var jdbc = platform.getBean(JdbcClient.class);
            var postings = options.number("postings", 10_000_000);
            jdbc.sql(JOURNALS.formatted(postings / 6)).update();
            jdbc.sql(POSTINGS).update();
            jdbc.sql(SUMS).update();
            jdbc.sql("vacuum analyze").update();
            report.condition(
                    "postings",
                    ""
                            + jdbc.sql("select count(*) from loan.postings")
                                    .query(Long.class)
                                    .single());
            report.condition(
                    "sums",
                    ""
                            + jdbc.sql("select count(*) from loan.account_sums")
                                    .query(Long.class)
                                    .single());
            var address = "http://127.0.0.1:" + platform.getEnvironment().getProperty("local.server.port");
            var asker = new Asker(address, folder);
            for (var round = 0; round < options.number("rounds", 20); round++) {
                var day = java.time.LocalDate.parse("2025-01-01")
                        .plusDays(ThreadLocalRandom.current().nextInt(700));
                var instant = Instant.parse("2025-01-01T00:00:00Z")
                        .plusSeconds(ThreadLocalRandom.current().nextInt(700 * 86_400));
                report.add("trial balance as of a day", "ms", asker.millis("/ledger/trial-balance?asOf=" + day));
                report.add(
                        "trial balance as known at an instant",
                        "ms",
                        asker.millis("/ledger/trial-balance?knownAt=" + instant));
                report.add(
                        "lines of an account, first page",
                        "ms",
                        asker.millis("/ledger/accounts/1100-loans/postings?to=" + day));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
