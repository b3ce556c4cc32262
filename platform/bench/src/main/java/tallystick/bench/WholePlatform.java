package tallystick.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tallystick.runtime.testing.Counts;
import tallystick.server.TallystickServer;

/** One node of the whole platform on a durable database of its own, with an officer who can log in. */
final class WholePlatform implements AutoCloseable {
    private final Path folder;
    private final ConfigurableApplicationContext context;

    private WholePlatform(Path folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    static WholePlatform start(String name, String... more) throws IOException {
        return start(name, List.of(more), TallystickServer.class);
    }

    /** One that counts what it does. */
    static WholePlatform counted(String name) throws IOException {
        return start(name, List.of(), TallystickServer.class, Counts.class);
    }

    private static WholePlatform start(String name, List<String> more, Class<?>... sources) throws IOException {
        var folder = Files.createTempDirectory(name);
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallystick.data-dir=" + folder,
                "--logging.level.root=error",
                "--tallystick.users.officer.password=" + LoanOfficer.PASSWORD));
        settings.addAll(more);
        var context = new SpringApplicationBuilder(sources).run(settings.toArray(String[]::new));
        return new WholePlatform(folder, context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The database's first process; it has written its id as the first line of this file. */
    ProcessHandle database() throws IOException {
        try (var lines = Files.lines(folder.resolve("postgres/postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        }
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/v1";
    }

    /** One who reads as finance does. */
    Asker asker() throws IOException, InterruptedException {
        return new Asker(address().replace("/api/v1", ""), folder);
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
