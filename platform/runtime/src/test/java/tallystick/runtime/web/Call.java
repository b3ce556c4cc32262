package tallystick.runtime.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request, put together as a sentence. Logged in as operations unless it says otherwise. */
final class Call {
    private final Server server;
    private final String method;
    private final HttpRequest.Builder request;
    private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

    Call(Server server, String method, String path) {
        this.server = server;
        this.method = method;
        this.request = HttpRequest.newBuilder(server.at(path));
        as("operations");
    }

    Call as(String user) {
        return with("Authorization", Server.basic(user));
    }

    Call asNobody() {
        return with("Authorization", "");
    }

    Call with(String name, String value) {
        request.setHeader(name, value);
        return this;
    }

    Call key(String key) {
        return with("Idempotency-Key", key);
    }

    Call freshKey() {
        return key(UUID.randomUUID().toString());
    }

    Call json(String json) {
        return content("application/json", HttpRequest.BodyPublishers.ofString(json));
    }

    Call content(String type, HttpRequest.BodyPublisher content) {
        body = content;
        return type.isEmpty() ? this : with("Content-Type", type);
    }

    /** Without a length, so that the size shows while reading only. */
    Call chunked(String type, Supplier<java.io.InputStream> content) {
        return content(type, HttpRequest.BodyPublishers.ofInputStream(content));
    }

    Answer send() {
        var built = request.method(method, body).build();
        if (built.headers().firstValue("Authorization").orElse("").isEmpty()) {
            built = HttpRequest.newBuilder(built, (name, value) -> !name.equalsIgnoreCase("Authorization"))
                    .build();
        }
        return new Answer(server.send(built));
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        tools.jackson.databind.JsonNode json() {
            return new tools.jackson.databind.json.JsonMapper().readTree(body());
        }

        String code() {
            return json().path("code").asString("");
        }
    }
}
