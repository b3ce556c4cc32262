package tallystick.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import tallystick.runtime.testing.Listening;

/** A process of our own that is listened to and killed. */
final class Child {
    /** What the last node complained of, for whoever looks into a failure. */
    private static final Path LOG = Path.of("target", "proof-node.log").toAbsolutePath();

    private final Process process;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Thread listening;

    private Child(Process process) {
        this.process = process;
        this.listening = Listening.to(process, this::hear);
    }

    static Child loaded(String name, long seed, List<String> settings) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoadedNode.class.getName(),
                name,
                Long.toString(seed)));
        command.addAll(settings);
        return new Child(new ProcessBuilder(command).redirectError(LOG.toFile()).start());
    }

    private void hear(String line) {
        if (line.startsWith("ack ")) {
            acknowledged.add(line.substring(4));
        }
    }

    /** Waits until it has acknowledged so many more commands. */
    void works(int more) {
        int target = acknowledged.size() + more;
        Awaitility.await().until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The node ended by itself with " + process.exitValue());
            }
            return acknowledged.size() >= target;
        });
    }

    /** SIGKILL; returns what it had acknowledged. A process that ended otherwise proves nothing. */
    Set<String> kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listening.join();
        if (process.exitValue() != 137) {
            throw new IllegalStateException("Inconclusive: the kill did not land, exit value " + process.exitValue());
        }
        return acknowledged;
    }
}
