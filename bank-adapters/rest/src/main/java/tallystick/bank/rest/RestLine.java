package tallystick.bank.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;

/** The bank's address. Every request is signed; nothing is repeated by itself, and nothing is followed elsewhere. */
final class RestLine {
    private static final long MOST_BYTES = 64 << 20;

    private final URI url;
    private final WebhookKeys key;
    private final Duration timeout;
    private final InstantSource clock;
    private final HttpClient http;

    RestLine(URI url, WebhookKeys key, Duration timeout, InstantSource clock) {
        this.url = url;
        this.key = key;
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** @param id goes into the signature and is the idempotency key */
    HttpResponse<byte[]> post(String path, String id, byte[] body) throws IOException {
        return exchange(request(path, id, body)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> get(String path) throws IOException {
        return exchange(request(path, "GET " + path, new byte[0]).GET());
    }

    private HttpRequest.Builder request(String path, String id, byte[] body) {
        var seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(timeout)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", key.sign(id, seconds, body));
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the bank.");
        }
    }

    void close() {
        http.shutdownNow();
    }
}
