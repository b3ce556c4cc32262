package tallystick.runtime.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own that serves a data folder until it is stopped: what a killed process leaves is seen from outside. */
record ServingJvm(Process process) implements AutoCloseable {
    static final String READY = "ready ";

    public static void main(String... arguments) throws InterruptedException {
        var server = EmbeddedServerTest.start(Path.of(arguments[0]));
        System.out.println(READY + server.address().url());
        Thread.sleep(Long.MAX_VALUE);
    }

    static ServingJvm start(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java, "-cp", System.getProperty("java.class.path"), ServingJvm.class.getName(), folder.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = process.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return new ServingJvm(process);
            }
        }
        throw new IllegalStateException("The JVM ended with " + process.exitValue() + " before it served");
    }

    /** As kill -9: nothing of it runs any more, no hook, no finally. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
