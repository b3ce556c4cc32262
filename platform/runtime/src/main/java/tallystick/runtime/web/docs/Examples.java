package tallystick.runtime.web.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/**
 * Examples as files beside the code: {@code openapi/<operationId>.request.json} and {@code
 * openapi/<operationId>.<status>.json} on the class path.
 */
final class Examples {
    private static final int[] SUCCESSES = {200, 201, 202, 204};

    void add(Operation operation) {
        var body = operation.getRequestBody();
        if (body != null && body.getContent() != null) {
            file(operation, "request")
                    .ifPresent(example -> body.getContent().values().forEach(type -> type.setExample(example)));
        }
        var answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        for (var status : SUCCESSES) {
            file(operation, Integer.toString(status)).ifPresent(example -> put(answers, status, example));
        }
        if (answers.size() > 1 && file(operation, "200").isEmpty() && answers.containsKey("200")) {
            // Springdoc's guess for a method that answers with bytes of another status.
            answers.remove("200");
        }
        operation.setResponses(answers);
    }

    private static void put(ApiResponses answers, int status, Object example) {
        var answer = answers.computeIfAbsent(Integer.toString(status), _ -> new ApiResponse());
        answer.setDescription(Optional.ofNullable(answer.getDescription()).orElse("Done"));
        if (answer.getContent() == null || answer.getContent().isEmpty()) {
            answer.setContent(new Content().addMediaType("application/json", new MediaType()));
        }
        answer.getContent().forEach((name, type) -> {
            if (name.contains("json")) {
                type.setExample(example);
            }
        });
    }

    private static Optional<Object> file(Operation operation, String what) {
        return file(operation.getOperationId(), what);
    }

    static Optional<Object> file(String operationId, String what) {
        var name = "/openapi/%s.%s.json".formatted(operationId, what);
        try (var stream = Examples.class.getResourceAsStream(name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(
                            WebJson.get().convertValue(WebJson.get().readValue(stream, JsonNode.class), Object.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read the example " + name + ".", unreadable);
        }
    }
}
