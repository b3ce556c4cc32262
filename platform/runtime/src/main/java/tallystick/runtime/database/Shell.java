package tallystick.runtime.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs one program to its end and keeps what it said. */
final class Shell {
    private Shell() {}

    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** A program that cannot be started counts as failed, as does one that is not done in time. */
    static Result run(List<String> command, Duration timeout) {
        try {
            // To a file rather than a pipe: a server that outlives the program would keep the pipe open.
            Path output = Files.createTempFile("tallystick", ".out");
            try {
                return run(command, timeout, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        }
    }

    private static Result run(List<String> command, Duration timeout, Path output) throws IOException {
        // The working folder may be closed to the user the program runs as.
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        }
        try {
            if (!process.waitFor(timeout.toMillis(), MILLISECONDS)) {
                process.destroyForcibly();
                return new Result(
                        124,
                        "Not done within " + timeout + ". "
                                + Files.readString(output).strip());
            }
            return new Result(process.exitValue(), Files.readString(output).strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Result(130, "Interrupted.");
        }
    }
}
