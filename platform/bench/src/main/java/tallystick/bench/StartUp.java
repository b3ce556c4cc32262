package tallystick.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** From the start of the process to ready, with ahead-of-time cache and a warm database; and its memory once idle. */
final class StartUp implements Measurement {
    private static final Path SERVER = Path.of("..", "server").toAbsolutePath().normalize();

    @Override
    public void run(Options options, Report report) throws Exception {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "startup-");
        try {
            run(
                            List.of(
                                    SERVER.resolve("src/main/scripts/install").toString(),
                                    jar().toString(),
                                    folder.resolve("app").toString()),
                            folder)
                    .waitFor();
            report.add("first start, new database", "ms", start(folder, Duration.ZERO, report));
            for (int round = 0; round < options.number("rounds", 5); round++) {
                report.add("start to ready", "ms", start(folder, options.seconds(20), report));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static double start(Path folder, Duration idle, Report report) throws Exception {
        long start = System.nanoTime();
        var server = run(
                List.of(folder.resolve("app/run").toString(), "--server.port=0", "--server.address=127.0.0.1"), folder);
        try {
            while (!Files.readString(folder.resolve("log")).contains("Tallystick is ready")) {
                if (!server.isAlive()
                        || System.nanoTime() - start > Duration.ofMinutes(3).toNanos()) {
                    throw new IllegalStateException(
                            "The server did not start:\n" + Files.readString(folder.resolve("log")));
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            double millis = (System.nanoTime() - start) / 1e6;
            if (idle.isPositive()) {
                TimeUnit.MILLISECONDS.sleep(idle.toMillis());
                report.add("memory when idle (without database)", "MiB", residentMebibytes(server.pid()));
            }
            return millis;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static Process run(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectOutput(folder.resolve("log").toFile()).start();
    }

    private static double residentMebibytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(pid)))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(SERVER.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IOException("Expected the runnable jar in platform/server/target; found none. Run "
                                    + "platform/bench/run, which builds it."));
        }
    }
}
