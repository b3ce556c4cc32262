package tallystick.bank.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/** The line to a bank in another process. Every request is signed; nothing is sent twice by itself. */
final class HttpLine implements Line {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final String url;
    private final Signature signature;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    HttpLine(String url, Signature signature, InstantSource clock) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public Reply exchange(String method, String path, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var seconds = clock.instant().getEpochSecond();
        var id = method + " " + path;
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(WITHIN)
                .header("Content-Type", "application/json")
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", signature.sign(id, seconds, bytes))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the bank.");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
