package tallystick.runtime.web.docs;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;
import tallystick.runtime.web.door.Route;
import tallystick.runtime.web.door.Routes;

/** Adds to springdoc's description what the route table knows: who may call, which headers count, what can go wrong. */
final class Describing implements GlobalOpenApiCustomizer {
    private static final String WORDS = """
        Tallystick lends money: application, audit, loan, bank. Every request passes the same door.
        Log in with Basic, or get a token at `POST /api/v1/tokens` and send it as Bearer.
        Checks come in this order: 401, 404, 403, 405, 406, 415, 413, 400, idempotency, 428/412, 422, 409.
        Every failure is `application/problem+json`; its `type` opens a page that says what to do.
        POSTs take an `Idempotency-Key`; the same key and body give the first answer again.
        `ETag` is a thing's version; send it as `If-Match` where others may change it too.
        Money is `{"amount":"1234.56","currency":"CNY"}`, a rate is a fraction such as `"0.0725"`; both are strings.
        Lists come newest first, in pages; follow `next` or the `Link`.
        A write that has answered can be read; when that takes long it answers 202 with an operation.
        Long work answers 202 too: follow `/operations/{id}`, or stream it as server-sent events.
        """;

    private final Routes routes;
    private final Examples examples;
    private final ErrorAnswers errors;

    Describing(Routes routes, Examples examples, ErrorAnswers errors) {
        this.routes = routes;
        this.examples = examples;
        this.errors = errors;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("Tallystick")
                .version("v1")
                .description(WORDS)
                .license(new License().name("Apache-2.0")));
        api.getComponents()
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        var schemas = new Schemas(routes.all().stream().flatMap(Bodies::types).toList());
        var bodies = new Bodies(schemas);
        routes.all().stream()
                .filter(route -> !isHidden(route))
                .forEach(route -> route.methods().forEach(method -> describe(api, bodies, route, method)));
        // In place of springdoc's guesses, which know neither our JSON nor two records of one name.
        api.getComponents().setSchemas(new TreeMap<>(schemas.components()));
        errors.define(api);
    }

    /** Such as the second form of an answer, whose path is described with the first. */
    private static boolean isHidden(Route route) {
        var said = route.handler().getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        return route.handler().hasMethodAnnotation(Hidden.class) || (said != null && said.hidden());
    }

    private void describe(OpenAPI api, Bodies bodies, Route route, HttpMethod method) {
        var item = api.getPaths().get(route.pattern().getPatternString());
        if (item == null || HttpMethod.HEAD.equals(method)) {
            return;
        }
        var operation = item.readOperationsMap().get(PathItem.HttpMethod.valueOf(method.name()));
        if (operation != null) {
            security(operation, route);
            examples.add(operation);
            bodies.describe(operation, route);
            Headers.describe(operation, route);
            errors.add(operation, route);
            AnswerHeaders.describe(operation, route);
        }
    }

    private static void security(Operation operation, Route route) {
        operation.setSecurity(
                route.open()
                        ? List.of()
                        : List.of(
                                new SecurityRequirement().addList("basic"),
                                new SecurityRequirement().addList("bearer")));
        if (!route.open()) {
            var roles = route.roles().stream().map(Object::toString).sorted().toList();
            operation.setDescription("%s Roles: %s.".formatted(operation.getDescription(), String.join(", ", roles)));
        }
    }
}
