package tallystick.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One operation of the description. */
record Described(String method, String path, JsonNode json) {
    static List<Described> all(JsonNode api) {
        var all = new ArrayList<Described>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Described(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return all;
    }

    String id() {
        return json.path("operationId").asString("");
    }

    /** The example of the body, or a missing node. */
    JsonNode request() {
        return json.path("requestBody")
                .path("content")
                .valueStream()
                .map(type -> type.path("example"))
                .filter(example -> !example.isMissingNode())
                .findFirst()
                .orElse(json.path("none"));
    }

    /** The media type of the body, of several the first. */
    String type() {
        return json.path("requestBody")
                .path("content")
                .propertyNames()
                .iterator()
                .next();
    }

    boolean hasBody() {
        return json.has("requestBody");
    }

    boolean answersJson() {
        return json.path("responses").properties().stream()
                .filter(answer ->
                        answer.getKey().startsWith("2") && !answer.getKey().equals("204"))
                .anyMatch(answer -> answer.getValue().path("content").properties().stream()
                        .anyMatch(type ->
                                type.getKey().contains("json") || type.getKey().equals("*/*")));
    }

    /** The example of a success, or a missing node. */
    JsonNode answer() {
        return json.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> answer.getValue().path("content").valueStream())
                .map(type -> type.path("example"))
                .filter(example -> !example.isMissingNode())
                .findFirst()
                .orElse(json.path("none"));
    }

    /**
     * A body with its example; a missing node where it has none.
     *
     * @param of {@code request} or the status, and the media type
     */
    record Body(String of, JsonNode schema, JsonNode example) {}

    /** The request's body and those of all good answers. */
    List<Body> bodies() {
        var all = new ArrayList<>(bodies("request", json.path("requestBody")));
        all.addAll(answers());
        return all;
    }

    List<Body> answers() {
        return json.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> bodies(answer.getKey(), answer.getValue()).stream())
                .toList();
    }

    boolean answersNothing() {
        return json.path("responses").has("204");
    }

    boolean header(String status, String name) {
        return json.path("responses").path(status).path("headers").has(name);
    }

    /** The names of an answer's headers, in lower case. */
    List<String> headers(String status) {
        return json.path("responses").path(status).path("headers").propertyNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean takes(String parameter) {
        return parameter(parameter).findAny().isPresent();
    }

    /** Whether nothing is done without it. */
    boolean needs(String parameter) {
        return parameter(parameter).anyMatch(one -> one.path("required").asBoolean(false));
    }

    private Stream<JsonNode> parameter(String name) {
        return json.path("parameters")
                .valueStream()
                .filter(one -> one.path("name").asString("").equals(name));
    }

    static Described of(JsonNode api, String id) {
        return all(api).stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Body> bodies(String of, JsonNode holder) {
        return holder.path("content").properties().stream()
                .map(type -> new Body(
                        of + " " + type.getKey(),
                        type.getValue().path("schema"),
                        type.getValue().path("example")))
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
