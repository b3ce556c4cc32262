package tallystick.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tallystick.journeys.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the request that the description shows, with only what a story alone can know put in its place: ids, hashes,
 * days. The answer must have the status, the shape and the headers that are described.
 */
final class Rehearsal {
    private static final Set<String> TOLD = Set.of("etag", "location", "link", "preference-applied");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode api;
    private final String address;
    private final Shapes shapes;
    private final Set<String> played = new TreeSet<>();
    private final Set<String> guarded = new TreeSet<>();

    Rehearsal(JsonNode api, String address) {
        this.api = api;
        this.address = address;
        shapes = new Shapes(api);
    }

    /** The operations that were sent and answered well. */
    Set<String> played() {
        return played;
    }

    /** Those that refuse whoever has not seen what is there. */
    Set<String> guarded() {
        return guarded;
    }

    JsonNode play(String user, String id, Map<String, String> ids) {
        return play(user, id, ids, Map.of());
    }

    /**
     * One operation.
     *
     * @param ids the values of its path
     * @param known what the story knows, by the pointer of the member it replaces
     */
    JsonNode play(String user, String id, Map<String, String> ids, Map<String, Object> known, String... headers) {
        var operation = Described.of(api, id);
        if (operation.takes("If-Match")) {
            refusesTheUnseen(user, id, ids, known);
        }
        var answer = send(request(operation, user, ids, known, headers));
        assertThat(answer.statusCode()).as("%s: %s", id, answer.body()).isBetween(200, 299);
        assertThat(operation.json().path("responses").propertyNames())
                .as("statuses of %s", id)
                .contains(Integer.toString(answer.statusCode()));
        played.add(id);
        return body(operation, answer);
    }

    /** What nobody has seen is not changed: not under a version that is not there, nor blindly where one must be named. */
    void refusesTheUnseen(String user, String id, Map<String, String> ids, Map<String, ?> known) {
        var operation = Described.of(api, id);
        refused(412, "stale", operation, request(operation, user, ids, known, "If-Match", "\"999999\""));
        if (operation.needs("If-Match")) {
            refused(428, "if-match-missing", operation, request(operation, user, ids, known));
        }
        guarded.add(id);
    }

    private static void refused(int status, String code, Described operation, HttpRequest request) {
        var answer = send(request);
        assertThat(answer.statusCode())
                .as("%s: %s", operation.id(), answer.body())
                .isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("code").asString(""))
                .as(operation.id())
                .isEqualTo(code);
    }

    String etag(String user, String id, Map<String, String> ids) {
        return send(request(Described.of(api, id), user, ids, Map.of()))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private JsonNode body(Described operation, HttpResponse<String> answer) {
        var status = Integer.toString(answer.statusCode());
        TOLD.stream()
                .filter(name -> answer.headers().firstValue(name).isPresent())
                .forEach(name -> assertThat(operation.headers(status))
                        .as("headers of %s %s", operation.id(), status)
                        .contains(name));
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/json")) {
            return JSON.missingNode();
        }
        var json = JSON.readTree(answer.body());
        var shape = operation.json().at("/responses/" + status + "/content/application~1json/schema");
        assertThat(shapes.misfits(shape, json))
                .as("answer of %s: %s", operation.id(), json)
                .isEmpty();
        return json;
    }

    private HttpRequest request(
            Described operation, String user, Map<String, String> ids, Map<String, ?> known, String... headers) {
        var path = operation.path();
        for (var one : ids.entrySet()) {
            path = path.replace("{" + one.getKey() + "}", one.getValue());
        }
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", login(user));
        if (operation.takes("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        for (var n = 0; n < headers.length; n += 2) {
            request.setHeader(headers[n], headers[n + 1]);
        }
        if (operation.hasBody()) {
            request.header("Content-Type", operation.type());
            return request.method(operation.method(), BodyPublishers.ofString(filled(operation, known)))
                    .build();
        }
        return request.method(operation.method(), BodyPublishers.noBody()).build();
    }

    private static String filled(Described operation, Map<String, ?> known) {
        if (operation.request().isString()) {
            return operation.request().asString();
        }
        var body = (ObjectNode) operation.request().deepCopy();
        known.forEach((name, value) -> {
            assertThat(body.has(name))
                    .as("%s in the example of %s", name, operation.id())
                    .isTrue();
            body.set(name, JSON.valueToTree(value));
        });
        return body.toString();
    }

    private static String login(String user) {
        var login = (user + ":" + Platform.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
