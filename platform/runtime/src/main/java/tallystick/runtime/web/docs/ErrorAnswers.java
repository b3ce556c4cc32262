package tallystick.runtime.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.Problems;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.door.Route;
import tallystick.runtime.web.json.WebJson;
import tallystick.runtime.web.lists.Listing;

/** The problems a route can answer with, each with an example of exactly the shape that leaves. */
final class ErrorAnswers {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** What a machine with a protocol of its own hears, by status alone. */
    private static final List<Standard> RAW = List.of(
            Standard.UNAUTHENTICATED,
            Standard.NOT_FOUND,
            Standard.TOO_LARGE,
            Standard.TOO_MANY_REQUESTS,
            Standard.INTERNAL);

    void define(OpenAPI api) {
        var place = new ObjectSchema()
                .addProperty("pointer", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("expected", new StringSchema())
                .addProperty("found", new StringSchema());
        Schema<?> problem = new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(place))
                .addProperty("facts", new ObjectSchema().additionalProperties(new StringSchema()))
                .addProperty("traceId", new StringSchema());
        problem.setRequired(List.of("type", "title", "status", "code", "detail", "errors", "traceId"));
        api.getComponents().addSchemas("Problem", problem);
    }

    void add(Operation operation, Route route) {
        if (route.raw()) {
            RAW.forEach(kind -> operation
                    .getResponses()
                    .addApiResponse(Integer.toString(kind.status()), new ApiResponse().description(kind.title())));
            return;
        }
        for (var kind : possible(operation, route)) {
            var answer = operation
                    .getResponses()
                    .computeIfAbsent(Integer.toString(kind.status()), _ -> new ApiResponse().content(new Content()));
            if (answer.getContent() == null || !answer.getContent().containsKey(Problems.MEDIA_TYPE)) {
                answer.setContent(new Content().addMediaType(Problems.MEDIA_TYPE, problem()));
                answer.setDescription(kind.title());
            }
            var content = answer.getContent().computeIfAbsent(Problems.MEDIA_TYPE, _ -> problem());
            content.addExamples(kind.code(), new Example().value(example(kind)));
        }
    }

    private static List<Standard> possible(Operation operation, Route route) {
        var kinds = new ArrayList<Standard>();
        if (!route.open()) {
            kinds.addAll(List.of(Standard.UNAUTHENTICATED, Standard.FORBIDDEN));
        }
        kinds.addAll(List.of(
                Standard.NOT_FOUND,
                Standard.METHOD_NOT_ALLOWED,
                Standard.NOT_ACCEPTABLE,
                Standard.MALFORMED,
                Standard.UNKNOWN_FILTER,
                Standard.TOO_MANY_REQUESTS,
                Standard.INTERNAL));
        if (!route.consumes().isEmpty()) {
            kinds.addAll(List.of(
                    Standard.UNSUPPORTED_MEDIA_TYPE,
                    Standard.TOO_LARGE,
                    Standard.UNKNOWN_FIELD,
                    Standard.VALUE_NOT_ALLOWED));
        }
        if (Headers.takes(route, Listing.class)) {
            kinds.addAll(List.of(Standard.CURSOR_INVALID, Standard.VALUE_NOT_ALLOWED));
        }
        if (route.idempotent()) {
            kinds.addAll(List.of(
                    Standard.IDEMPOTENCY_KEY_MISSING,
                    Standard.IDEMPOTENCY_KEY_REUSED,
                    Standard.IDEMPOTENCY_KEY_IN_PROGRESS,
                    Standard.CONFLICT));
        }
        if (route.needsMatch()) {
            kinds.addAll(List.of(Standard.IF_MATCH_MISSING, Standard.STALE));
        }
        if (Headers.mayMatch(operation, route)) {
            kinds.add(Standard.STALE);
        }
        if (Headers.writes(route)) {
            kinds.add(Standard.UNAVAILABLE);
        }
        return kinds;
    }

    private static MediaType problem() {
        return new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    }

    private static Object example(Standard kind) {
        Problem problem = kind.with(kind.remedy());
        return WebJson.get().readValue(Problems.json(problem, TRACE), Object.class);
    }
}
