package com.acme.bank;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Acme's address. Nothing is sent twice by itself, and nothing is followed elsewhere. */
final class AcmeLine {
    private final URI url;
    private final Duration timeout;
    private final HttpClient http;

    AcmeLine(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    HttpResponse<String> order(Lines lines, String stamp, String seal) throws IOException {
        return exchange(HttpRequest.newBuilder(url.resolve("/orders"))
                .header("Acme-Stamp", stamp)
                .header("Acme-Seal", seal)
                .POST(BodyPublishers.ofByteArray(lines.bytes())));
    }

    HttpResponse<String> status(String order) throws IOException {
        return exchange(HttpRequest.newBuilder(url.resolve("/orders/" + order)).GET());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(timeout).build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for Acme.");
        }
    }

    void close() {
        http.shutdownNow();
    }
}
