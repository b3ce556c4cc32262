package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The address of a node, or of several that are called in turn, and what callers do there. */
public final class Door {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> addresses;
    private final AtomicInteger calls = new AtomicInteger();

    public Door(String... addresses) {
        this.addresses = List.of(addresses);
    }

    /** The address that is next. */
    public String address() {
        return addresses.get(Math.floorMod(calls.getAndIncrement(), addresses.size()));
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        }

        public String text(String pointer) {
            return json().at(pointer).asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Answer is(int status) {
            assertThat(status())
                    .as("%s %s: %s", response.request().method(), response.uri(), response.body())
                    .isEqualTo(status);
            return this;
        }

        public Answer refused(int status, String code) {
            assertThat(is(status).text("/code")).as(response.body()).isEqualTo(code);
            return this;
        }
    }

    public Answer get(String user, String path, String... headers) {
        return send(user, "GET", path, null, headers);
    }

    public Answer post(String user, String path, String json, String... headers) {
        return send(user, "POST", path, json, headers);
    }

    public Answer put(String user, String path, String json, String... headers) {
        return send(user, "PUT", path, json, headers);
    }

    public Answer patch(String user, String path, String json, String... headers) {
        return send(user, "PATCH", path, json, headers);
    }

    public Answer delete(String user, String path, String... headers) {
        return send(user, "DELETE", path, null, headers);
    }

    /** Paths are below {@code /api/v1} unless they begin with one of the outer doors. */
    private Answer send(
            String user,
            String method,
            String path,
            @org.jspecify.annotations.Nullable String json,
            String... headers) {
        var outer = path.startsWith("/sandbox") || path.startsWith("/callbacks") || path.startsWith("/v3");
        var request = HttpRequest.newBuilder(URI.create(address() + (outer ? "" : "/api/v1") + path));
        request.header("Authorization", basic(user));
        if (json == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
            request.method(method, BodyPublishers.ofString(json));
        }
        var given = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        if (method.equals("POST")) {
            given.forEach(request::setHeader);
        }
        for (var n = 0; n < headers.length; n += 2) {
            request.setHeader(headers[n], headers[n + 1]);
        }
        return new Answer(exchange(request.build()));
    }

    /** How a user logs in with each call. */
    public static String basic(String user) {
        var login = user + ":" + Platform.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
