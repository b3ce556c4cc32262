package tallystick.runtime.testing;

import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Hears what a process prints, to its end. */
public final class Listening {
    private Listening() {}

    public static Thread to(Process process, Consumer<String> line) {
        return Thread.startVirtualThread(() -> {
            try {
                process.inputReader().lines().forEach(line);
            } catch (UncheckedIOException killed) {
                // It was cut off in the midst of a line; whoever killed it knows.
            }
        });
    }
}
