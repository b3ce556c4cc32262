package tallystick.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.Source;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.operations.Operations;
import tallystick.server.TallystickServer;

/**
 * Day closes over a portfolio, on a durable embedded database in one process: days on which a thirtieth is due, on which a
 * thirtieth becomes late, and on which nothing is to do. Seeding is outside the timing.
 */
final class DayCloses implements Measurement {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final int CHUNK = 2_000;
    private static final int LOOKS = 2_000;
    private static final int WARM = 1_000;
    private static final int OLD = 200;
    private static final int PAYMENTS = 100;

    @Override
    public void run(Options options, Report report) throws Exception {
        for (var loans : options.numbers("loans", "10000,100000")) {
            var folder = Files.createTempDirectory("day-closes");
            try (var platform = new SpringApplicationBuilder(TallystickServer.class).run(settings(folder))) {
                closes(platform, loans, options.number("days", 6), report);
                looks(platform, folder, loans, report);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static void closes(ConfigurableApplicationContext platform, int loans, int days, Report report)
            throws Exception {
        var start = System.nanoTime();
        seed(platform.getBean(Commands.class), loans);
        report.add("import of %,d loans".formatted(loans), "loans/s", loans / seconds(start));
        var jdbc = platform.getBean(JdbcClient.class);
        await(jdbc, "select count(*) = " + loans + " from loan.agenda_v1");
        report.add("imported and in the index, %,d loans".formatted(loans), "s", seconds(start));
        await(jdbc, "select count(*) = " + loans + " from loan.costs_v1");
        report.add("and known what they cost, %,d loans".formatted(loans), "s", seconds(start));
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
        for (var day = 0; day < days; day++) {
            report.add(
                    "close of %,d loans: %s".formatted(loans, what(day)),
                    "s",
                    close(platform, jdbc, DAY.plusDays(day)));
        }
        System.gc();
        var runtime = Runtime.getRuntime();
        report.add(
                "heap in use after %,d loans".formatted(loans),
                "MiB",
                (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }

    /** One loan as of a day, over HTTP, another one each time: young ones, and some with a long history. */
    private static void looks(ConfigurableApplicationContext platform, Path folder, int loans, Report report)
            throws Exception {
        var asker = new Asker("http://127.0.0.1:" + platform.getEnvironment().getProperty("local.server.port"), folder);
        var day = DAY.plusDays(1);
        for (var look = 0; look < WARM; look++) {
            asker.millis("/loans/loan-b%d?asOf=%s".formatted(look * 41 % loans, DAY));
        }
        look(asker, "a loan as of a day", look -> "/loans/loan-b%d?asOf=%s".formatted(look * 37 % loans, day), report);
        var old = Math.min(loans, OLD);
        age(platform.getBean(Commands.class), old);
        var known = Instant.now();
        look(
                asker,
                "one with %d payments".formatted(PAYMENTS),
                look -> "/loans/loan-b%d?asOf=%s".formatted(look % old, day),
                report);
        look(
                asker,
                "the same as known at an instant",
                look -> "/loans/loan-b%d?asOf=%s&knownAt=%s".formatted(look % old, day, known),
                report);
    }

    private static void look(Asker asker, String what, IntFunction<String> path, Report report) throws Exception {
        var times = new double[LOOKS];
        for (var look = 0; look < LOOKS; look++) {
            times[look] = asker.millis(path.apply(look));
        }
        Arrays.sort(times);
        report.add(what + ", p50", "ms", times[LOOKS / 2]);
        report.add(what + ", p99", "ms", times[LOOKS * 99 / 100]);
    }

    /** Years of payments in small amounts. */
    private static void age(Commands commands, int loans) {
        for (var payment = 0; payment < PAYMENTS; payment++) {
            var reference = "old/" + payment;
            var round = IntStream.range(0, loans)
                    .mapToObj(nr -> new ReceiveRepayment(
                            new LoanId("loan-b" + nr),
                            Money.of("CNY", "1.00"),
                            DAY,
                            DAY,
                            Source.BANK_CALLBACK,
                            reference,
                            null,
                            null,
                            "bench",
                            Instant.now()))
                    .toList();
            commands.decideMany(round, Origin.of("bench"));
        }
    }

    private static String what(int day) {
        return switch (day % 3) {
            case 0 -> day == 0 ? "1/30 due, 2 % late" : "1/30 due, reminders";
            case 1 -> "1/30 become late";
            default -> "nothing to do";
        };
    }

    private static void seed(Commands commands, int loans) throws Exception {
        var now = DAY.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<?>>();
            for (var from = 0; from < loans; from += CHUNK) {
                var first = from;
                Callable<Object> work = () -> commands.decideMany(
                        Portfolio.loans(first, Math.min(loans, first + CHUNK), DAY, now), Origin.of("bench"));
                running.add(threads.submit(work));
            }
            for (var each : running) {
                each.get();
            }
        }
    }

    private static double close(ConfigurableApplicationContext platform, JdbcClient jdbc, LocalDate day)
            throws InterruptedException {
        var start = System.nanoTime();
        var id = "op-" + day;
        platform.getBean(Operations.class)
                .start(
                        id,
                        "DAY_CLOSE",
                        "{\"jurisdiction\":\"CN\",\"date\":\"%s\",\"dryRun\":false}".formatted(day),
                        "bench");
        await(jdbc, "select state = 'SUCCEEDED' from runtime.operations where id = '" + id + "'");
        return seconds(start);
    }

    private static void await(JdbcClient jdbc, String question) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofHours(1));
        while (!jdbc.sql(question).query(Boolean.class).single()) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("Expected within an hour: " + question);
            }
            Thread.sleep(10);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static String[] settings(Path folder) {
        var settings = List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallystick.loan.day-close.automatic=false",
                "--tallystick.data-dir=" + folder,
                "--logging.level.root=warn");
        return settings.toArray(String[]::new);
    }
}
