package tallystick.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tallystick.journeys.Platform;
import tallystick.runtime.testing.TestDatabase;
import tallystick.runtime.web.door.Routes;
import tools.jackson.databind.JsonNode;

/** Every operation is described whole, with examples that the platform itself accepts and answers. */
class DescriptionTest {
    private static Platform platform;
    private static JsonNode api;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        api = platform.door().get("officer", "/v3/api-docs").is(200).json();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void descriptionAndRoutesAreEqual() {
        var routes = new TreeSet<String>();
        platform.bean(Routes.class)
                .all()
                .forEach(route -> route.methods().stream()
                        .filter(method -> !HttpMethod.HEAD.equals(method))
                        .forEach(method ->
                                routes.add(method.name() + " " + route.pattern().getPatternString())));
        var described = new TreeSet<String>();
        Described.all(api).forEach(operation -> described.add(operation.toString()));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void everyOperationIsWhole() {
        var missing = new ArrayList<String>();
        for (var operation : Described.all(api)) {
            for (var field : new String[] {"operationId", "summary", "description"}) {
                if (operation.json().path(field).asString("").isBlank()) {
                    missing.add(field + " of " + operation);
                }
            }
            if (!operation.json().has("security")) {
                missing.add("security of " + operation);
            }
            if (operation.hasBody() && operation.request().isMissingNode()) {
                missing.add("request of " + operation + ", " + operation.id());
            }
            if (operation.answersJson() && operation.answer().isMissingNode()) {
                missing.add("answer of " + operation + ", " + operation.id());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingIsSaidTwiceAndEachHeaderHasItsAnswer() {
        var wrong = new ArrayList<String>();
        for (var operation : Described.all(api)) {
            var named = operation
                    .json()
                    .path("parameters")
                    .valueStream()
                    .map(one ->
                            one.path("in").asString("") + " " + one.path("name").asString(""))
                    .toList();
            if (Set.copyOf(named).size() < named.size()) {
                wrong.add("parameters of " + operation + ": " + named);
            }
            if (named.contains("header If-Match")
                    && !operation.json().path("responses").has("412")) {
                wrong.add("412 of " + operation);
            }
            if (operation.json().path("description").asString("").split("Roles: ", -1).length > 2) {
                wrong.add("roles of " + operation);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachTagSaysWhatItHolds() {
        var silent = new TreeSet<String>();
        Described.all(api)
                .forEach(operation -> operation
                        .json()
                        .path("tags")
                        .valueStream()
                        .map(tag -> tag.asString(""))
                        .forEach(silent::add));
        api.path("tags")
                .valueStream()
                .filter(tag -> !tag.path("description").asString("").isBlank())
                .forEach(tag -> silent.remove(tag.path("name").asString("")));
        assertThat(silent).isEmpty();
    }

    /** Stateless operations give exactly the example's answer to the example's request. */
    @Test
    void statelessExamplesComeOutAsWritten() {
        for (var operation : Described.all(api)) {
            if (operation.id().equals("quoteTerms") || operation.id().equals("simulateLoan")) {
                var answer = platform.door()
                        .post(
                                "officer",
                                operation.path().replace("/api/v1", ""),
                                operation.request().toString())
                        .is(200);
                assertThat(answer.json()).as("%s", operation).isEqualTo(operation.answer());
            }
        }
    }
}
