package tallystick.runtime.web.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tallystick.runtime.web.door.Route;
import tallystick.runtime.web.writes.Shows;
import tools.jackson.databind.JsonNode;

/** What a request's body and its good answer look like. */
final class Bodies {
    private final Schemas schemas;

    Bodies(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Everything that routes take and answer. */
    static Stream<ResolvableType> types(Route route) {
        return Stream.concat(taken(route).stream(), answered(route).stream());
    }

    void describe(Operation operation, Route route) {
        var body = operation.getRequestBody();
        if (body != null && body.getContent() != null) {
            taken(route).map(this::schema).ifPresent(schema -> fill(body.getContent(), schema));
        }
        answered(route)
                .map(this::schema)
                .ifPresentOrElse(schema -> answers(operation, route, schema), () -> nothing(operation));
    }

    /** Springdoc takes an answer without a body for a 200. */
    private static void nothing(Operation operation) {
        var guess = operation.getResponses().remove("200");
        if (guess != null) {
            operation.getResponses().addApiResponse("204", new ApiResponse().description("Done"));
        }
    }

    private void answers(Operation operation, Route route, Schema<?> schema) {
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() != null) {
                route.produces()
                        .forEach(type -> answer.getContent()
                                .computeIfAbsent(type.toString(), _ -> new MediaType())
                                .setSchema(schema));
            }
        });
    }

    private static void fill(Content content, Schema<?> schema) {
        content.values().forEach(type -> type.setSchema(schema));
    }

    private Schema<?> schema(ResolvableType type) {
        return JsonNode.class.isAssignableFrom(type.toClass()) ? patch() : schemas.of(type);
    }

    private static Schema<?> patch() {
        var patch = ValueSchemas.typed("object");
        patch.setDescription("A merge patch, RFC 7396: what changes; null takes away.");
        return patch;
    }

    private static Optional<ResolvableType> taken(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(one -> one.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .map(ResolvableType::forMethodParameter);
    }

    private static Optional<ResolvableType> answered(Route route) {
        var shown = route.handler().getMethodAnnotation(Shows.class);
        if (shown != null) {
            return Optional.of(ResolvableType.forClass(shown.value()));
        }
        var type = ResolvableType.forMethodReturnType(route.handler().getMethod());
        var within = HttpEntity.class.isAssignableFrom(type.toClass()) ? type.getGeneric(0) : type;
        return switch (within.toClass()) {
            case Class<?> none when none == void.class || none == Void.class -> Optional.empty();
            case Class<?> stream when stream == SseEmitter.class -> Optional.of(ResolvableType.forClass(String.class));
            default -> Optional.of(within);
        };
    }
}
