package tallystick.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    @Override
    public String toString() {
        return method + " " + path;
    }
}
