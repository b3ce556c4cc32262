package tallystick.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tallystick.server.TallystickServer;

/**
 * How long a bank waits for its 204 at a steady rate of signed callbacks, counted from when each was due: verified, sealed
 * and durable before it is answered. Each leads to a command afterwards, which the same machine works off beside it.
 */
final class CallbackRate implements Measurement {
    private static final byte[] KEY = "a key for the bench, 32 bytes long".getBytes(StandardCharsets.UTF_8);
    private static final int CALLERS = 128;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong number = new AtomicLong();

    @Override
    public void run(Options options, Report report) throws Exception {
        var folder = Files.createTempDirectory("callbacks");
        try (var platform = new SpringApplicationBuilder(TallystickServer.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--tallystick.data-dir=" + folder,
                        "--logging.level.root=error",
                        "--tallystick.banks.sandbox.secret=whsec_"
                                + Base64.getEncoder().encodeToString(KEY))) {
            var to = URI.create("http://127.0.0.1:%s/callbacks/sandbox/webhook"
                    .formatted(platform.getEnvironment().getProperty("local.server.port")));
            var rate = options.number("rate", 1_000);
            Schedule.at(rate / 4.0, CALLERS, options.seconds(5), () -> call(to));
            for (var round = 0; round < options.number("rounds", 5); round++) {
                Schedule.at(rate, CALLERS, options.seconds(10), () -> call(to))
                        .into(report, "acknowledged at %d a second".formatted(rate));
                report.add("kept by then and not worked off yet", "", waiting(platform.getBean(JdbcClient.class)));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static int waiting(JdbcClient database) {
        return database.sql("select count(*) from bank.inbox where next_try_at is not null")
                .query(Integer.class)
                .single();
    }

    private void call(URI to) {
        var id = "bench-" + number.incrementAndGet();
        var body = "{\"type\":\"payout.accepted\",\"sequence\":1,\"instruction\":\"instr-%s\",\"bankReference\":\"B\"}"
                .formatted(id);
        var seconds = Instant.now().getEpochSecond();
        var request = HttpRequest.newBuilder(to)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", "v1," + signed("%s.%d.%s".formatted(id, seconds, body)))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("Expected 204; found %d.".formatted(status));
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String signed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
