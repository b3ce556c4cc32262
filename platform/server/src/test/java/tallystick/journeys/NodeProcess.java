package tallystick.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;
import tallystick.server.TallystickServer;

/** A node of the platform as a process of its own. */
record NodeProcess(Process process, Door door) implements AutoCloseable {
    static NodeProcess start(TestDatabase database, Path data, int port, BankProcess bank) throws IOException {
        return start(database, data, port, "--tallystick.banks.sandbox.url=" + bank.url());
    }

    /** With its bank inside. */
    static NodeProcess start(TestDatabase database, Path data, int port, String... more) throws IOException {
        var settings = Platform.settings(database, data);
        settings.removeIf(setting -> setting.startsWith("--server.port="));
        settings.add("--server.port=" + port);
        settings.addAll(List.of(more));
        var node = new NodeProcess(
                Child.start("node", TallystickServer.class, settings), new Door("http://127.0.0.1:" + port));
        node.ready();
        return node;
    }

    private void ready() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(
                                "The node ended by itself with %d; see target/journeys/node.log."
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

    /** SIGKILL as soon as the event is in the store so many times; what goes on meanwhile sees its calls fail. */
    void diesAt(String point, TestDatabase database, Runnable meanwhile) throws InterruptedException {
        var walking = Thread.startVirtualThread(() -> {
            try {
                meanwhile.run();
            } catch (RuntimeException | AssertionError cutOff) {
                // The node died under it, as it should.
            }
        });
        var parts = point.split("/", 2);
        var events = JdbcClient.create(database.dataSource());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> events.sql("select count(*) from store.events where name = ?")
                                .param(parts[0])
                                .query(Integer.class)
                                .single()
                        >= Integer.parseInt(parts[1]));
        process.destroyForcibly().waitFor();
        walking.join();
        if (process.exitValue() != 137) {
            throw new IllegalStateException("Inconclusive: the kill did not land, exit value " + process.exitValue());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
