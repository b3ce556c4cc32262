package tallystick.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.testing.Counts;
import tallystick.runtime.testing.TestDatabase;
import tallystick.server.TallystickServer;

/** One node of the whole platform, on a free port of loopback, with users whose password is known. */
public final class Platform implements AutoCloseable {
    public static final String PASSWORD = "correct horse";
    private static final List<String> USERS = List.of(
            "officer",
            "officer2",
            "underwriter",
            "underwriter2",
            "senior-underwriter",
            "senior-underwriter2",
            "risk-author",
            "risk-approver",
            "operations",
            "operations2",
            "finance",
            "finance2",
            "auditor",
            "admin",
            "bank");

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A node whose time is moved by hand. */
    public static Platform start(TestDatabase database, String... settings) {
        return start(List.of(TallystickServer.class), database, settings);
    }

    /** One that counts what it does. */
    static Platform counted(TestDatabase database) {
        return start(List.of(TallystickServer.class, Counts.class), database);
    }

    private static Platform start(List<Class<?>> sources, TestDatabase database, String... settings) {
        var arguments = settings(database, folder());
        arguments.addAll(List.of(settings));
        return new Platform(
                new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(arguments.toArray(String[]::new)));
    }

    /** What every node of a test is started with, here or as a process of its own. */
    static List<String> settings(TestDatabase database, Path folder) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallystick.clock=adjustable",
                "--tallystick.sealing.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--tallystick.banks.sandbox.secret=whsec_" + Base64.getEncoder().encodeToString(new byte[32]),
                "--tallystick.data-dir=" + folder));
        USERS.forEach(user -> arguments.add("--tallystick.users." + user + ".password=" + PASSWORD));
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "journeys")), "data-")
                    .toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Door door() {
        return new Door("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What the calendar does from time to time, now. */
    void run(String job) throws Exception {
        for (var each : context.getBeansOfType(CalendarJob.class).values()) {
            if (each.name().equals(job)) {
                each.task().run();
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
