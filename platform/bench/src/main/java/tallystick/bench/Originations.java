package tallystick.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;
import tallystick.server.TallystickServer;

/**
 * Whole originations a second: over HTTP, from draft to a loan that the sandbox bank has paid out, on a durable embedded
 * database, everything in one process. Also how long each call took that waits for nothing.
 */
final class Originations implements Measurement {
    @Override
    public void run(Options options, Report report) throws Exception {
        var folder = Files.createTempDirectory("originations");
        try (var platform = new SpringApplicationBuilder(TallystickServer.class).run(settings(folder))) {
            var address = "http://127.0.0.1:" + platform.getEnvironment().getProperty("local.server.port") + "/api/v1";
            var officers = new AtomicInteger();
            report.condition("callers", "" + options.number("callers", 32));
            round(address, officers, options, report, false);
            for (var round = 0; round < options.number("rounds", 5); round++) {
                round(address, officers, options, report, true);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void round(String address, AtomicInteger people, Options options, Report report, boolean counts)
            throws Exception {
        Queue<Long> calls = new ConcurrentLinkedQueue<>();
        var done = new AtomicInteger();
        var spent = Spent.sofar();
        var start = System.nanoTime();
        var end = start + options.seconds(10).toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var caller = 0; caller < options.number("callers", 32); caller++) {
                working.add(callers.submit(() -> {
                    while (System.nanoTime() < end) {
                        new LoanOfficer(address, calls).funds(people.incrementAndGet());
                        done.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (var each : working) {
                each.get();
            }
        }
        if (counts) {
            report.add("originations", "/s", done.get() * 1e9 / (System.nanoTime() - start));
            spent.since()
                    .forEach((who, millis) ->
                            report.add("processor time of an origination, " + who, "ms", millis / (double) done.get()));
            report.add("a call that waits for nothing, p50", "ms", percentile(calls, 0.50));
            report.add("a call that waits for nothing, p99", "ms", percentile(calls, 0.99));
        }
    }

    /** Time on processors, which says more than a rate where others use the machine too. */
    private record Spent(Duration ours, Duration database) {
        static Spent sofar() {
            return new Spent(
                    time(ProcessHandle.current()),
                    ProcessHandle.allProcesses()
                            .filter(Spent::isDatabase)
                            .map(Spent::time)
                            .reduce(Duration.ZERO, Duration::plus));
        }

        /** Servers start in groups of their own and are nobody's children; there must be no others at the time. */
        private static boolean isDatabase(ProcessHandle process) {
            return process.info().command().orElse("").endsWith("/bin/postgres");
        }

        Map<String, Long> since() {
            var now = sofar();
            return Map.of(
                    "platform, sandbox bank and callers", now.ours.minus(ours).toMillis(),
                    "databases", now.database.minus(database).toMillis());
        }

        private static Duration time(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    private static double percentile(Queue<Long> calls, double part) {
        var sorted = calls.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    private static String[] settings(Path folder) throws IOException {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallystick.data-dir=" + folder,
                "--logging.level.root=error",
                "--tallystick.users.officer.password=" + LoanOfficer.PASSWORD));
        return settings.toArray(String[]::new);
    }
}
