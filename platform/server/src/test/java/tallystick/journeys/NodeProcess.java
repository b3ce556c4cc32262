package tallystick.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tallystick.runtime.testing.Listening;
import tallystick.runtime.testing.TestDatabase;

/** A node of the platform as a process of its own, that can be killed at a moment. */
record NodeProcess(Process process, Door door, BlockingQueue<String> said) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLED = 128 + 9;

    static NodeProcess start(TestDatabase database, Path data, int port, BankProcess bank) throws IOException {
        return start(
                database,
                data,
                port,
                "--tallystick.banks.sandbox.adapter=" + WatchedBankFactory.TYPE,
                "--tallystick.banks.sandbox.url=" + bank.url());
    }

    /** With its bank inside. */
    static NodeProcess start(TestDatabase database, Path data, int port, String... more) throws IOException {
        var settings = Platform.settings(database, data);
        settings.removeIf(setting -> setting.startsWith("--server.port="));
        settings.add("--server.port=" + port);
        settings.addAll(List.of(more));
        var process = Child.talking("node", DoomedNode.class, settings);
        var node = new NodeProcess(process, new Door("http://127.0.0.1:" + port), new LinkedBlockingQueue<>());
        Listening.to(process, node.said::add);
        node.ready();
        return node;
    }

    private void ready() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The node ended by itself with %d; see target/journeys/node.log."
                        .formatted(process.exitValue()));
            }
            return isReady();
        });
    }

    private boolean isReady() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(door.address() + "/actuator/health/readiness"));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Tells it to do something; it answers when it has. */
    void obey(String line) {
        try {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Waits until it says so. */
    void says(String line) throws InterruptedException {
        var heard = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!line.equals(heard)) {
            throw new IllegalStateException("Inconclusive: expected '%s'; heard '%s'.".formatted(line, heard));
        }
    }

    /** SIGKILL right after the event became durable for the nth time; what goes on meanwhile sees its calls fail. */
    void diesAfter(String event, int nth, Runnable meanwhile) throws InterruptedException {
        var moment = "after append " + event;
        obey("die %d %s".formatted(nth, moment));
        var walking = Thread.startVirtualThread(() -> {
            try {
                meanwhile.run();
            } catch (RuntimeException | AssertionError cutOff) {
                // The node died under it, as it should.
            }
        });
        says("at " + moment);
        kill();
        walking.join();
    }

    /** SIGKILL, with the proof that it was this that ended it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        if (process.exitValue() != KILLED) {
            throw new IllegalStateException("Inconclusive: the kill did not land, exit value " + process.exitValue());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
