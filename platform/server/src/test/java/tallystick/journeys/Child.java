package tallystick.journeys;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
