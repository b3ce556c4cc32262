package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tallystick.runtime.web.door.Routes;
import tools.jackson.databind.JsonNode;

/** The description of the interface says what the interface does. */
class DescriptionTest {
    private final Server server = Server.shared();
    private final JsonNode api =
            server.call("GET", "/v3/api-docs").asNobody().send().json();

    @Test
    void itIsOpenApi31WithTenLinesOfWords() {
        assertThat(api.path("openapi").asString("")).startsWith("3.1");
        assertThat(api.path("info").path("description").asString("").lines()).hasSize(10);
        assertThat(server.call("GET", "/docs").asNobody().send().status()).isBetween(200, 302);
    }

    @Test
    void descriptionAndRoutesAreEqual() {
        var routes = new TreeSet<String>();
        server.bean(Routes.class)
                .all()
                .forEach(route -> route.methods().stream()
                        .filter(method -> !HttpMethod.HEAD.equals(method))
                        .forEach(method ->
                                routes.add(method.name() + " " + route.pattern().getPatternString())));
        var described = new TreeSet<String>();
        operations().forEach(one -> described.add(one.name()));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void everyOperationIsWholeWithItsErrors() {
        for (var one : operations()) {
            var operation = one.json();
            for (var field : new String[] {"operationId", "summary", "description"}) {
                assertThat(operation.path(field).asString(""))
                        .as("%s of %s", field, one.name())
                        .isNotBlank();
            }
            assertThat(operation.has("security"))
                    .as("security of %s", one.name())
                    .isTrue();
            var errors = operation
                    .path("responses")
                    .path("404")
                    .path("content")
                    .path("application/problem+json")
                    .path("examples");
            assertThat(errors.path("not-found").path("value").path("status").asInt(0))
                    .as("404 of %s", one.name())
                    .isEqualTo(404);
        }
    }

    @Test
    void everyRequestAndAnswerHasAnExample() {
        for (var one : operations()) {
            var body = one.json().path("requestBody").path("content");
            body.properties().forEach(type -> {
                if (type.getKey().contains("json")) {
                    assertThat(type.getValue().has("example"))
                            .as("request example of %s", one.name())
                            .isTrue();
                }
            });
            var success = one.json().path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .toList();
            if (success.stream().anyMatch(answer -> answer.getKey().equals("204"))) {
                continue;
            }
            assertThat(success).as("success of %s", one.name()).isNotEmpty();
            success.forEach(answer -> assertThat(answer.getValue().path("content").properties().stream()
                            .anyMatch(type -> type.getValue().has("example")))
                    .as("example of %s %s", answer.getKey(), one.name())
                    .isTrue());
        }
    }

    @Test
    void shapesAreThoseOfTheRecords() {
        var schemas = api.at("/components/schemas");
        var opening = schemas.path("Opening");
        assertThat(opening.path("required").toString()).isEqualTo("[\"name\",\"opening\"]");
        assertThat(opening.at("/properties/opening/$ref").asString()).isEqualTo("#/components/schemas/Money");
        assertThat(opening.at("/properties/kind/anyOf/0/enum").toString()).isEqualTo("[\"SAVINGS\",\"CURRENT\"]");
        assertThat(opening.at("/properties/tags/type").toString()).isEqualTo("[\"array\",\"null\"]");
        var opened = api.at("/paths/~1api~1v1~1accounts/post/responses/201");
        assertThat(opened.at("/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/AccountView");
        assertThat(opened.path("headers").propertyNames()).contains("ETag", "Location", "Idempotent-Replayed");
        var state = api.at("/paths/~1api~1v1~1operations/get/parameters/1/schema/enum");
        assertThat(state.toString()).contains("QUEUED");
    }

    private record One(String name, JsonNode json) {}

    private List<One> operations() {
        var all = new ArrayList<One>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new One(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                method.getValue()))));
        return all;
    }
}
