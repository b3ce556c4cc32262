package tallystick.journeys;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A process of our own that can be killed. What it says is kept, for whoever looks into a failure. */
final class Child {
    private Child() {}

    static Process start(String name, Class<?> main, List<String> arguments) throws IOException {
        return process(name, main, arguments)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name)))
                .start();
    }

    /** Its standard input and output are for us; only what it logs is kept. */
    static Process talking(String name, Class<?> main, List<String> arguments) throws IOException {
        return process(name, main, arguments).start();
    }

    private static ProcessBuilder process(String name, Class<?> main, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log(name)));
    }

    private static File log(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "journeys"))
                .resolve(name + ".log")
                .toFile();
    }

    /** Below those that outgoing connections take, so that it is still free when a process comes back to it. */
    static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException taken) {
                // The next one, then.
            }
        }
    }
}
