package tallystick.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Platform;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of the description: whole, and true of every example. */
class SchemaTest {
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
    void everyExampleFitsItsSchema() {
        var shapes = new Shapes(api);
        var misfits = new ArrayList<String>();
        for (var operation : Described.all(api)) {
            for (var body : operation.bodies()) {
                if (!body.example().isMissingNode()) {
                    shapes.misfits(body.schema(), body.example())
                            .forEach(misfit -> misfits.add(body.of() + " of " + operation.id() + ": " + misfit));
                }
            }
        }
        assertThat(misfits).isEmpty();
    }

    @Test
    void whatDoesNotFitIsFound() {
        var shapes = new Shapes(api);
        var money = api.at("/components/schemas/ApplicationView/properties/amount");
        assertThat(shapes.misfits(money, json("{\"amount\":\"1.00\",\"currency\":\"CNY\"}")))
                .isEmpty();
        for (var other : List.of(
                "{\"amount\":1,\"currency\":\"CNY\"}",
                "{\"amount\":\"1.00\"}",
                "{\"amount\":\"1.00\",\"currency\":\"CNY\",\"more\":1}",
                "{\"amount\":\"1e3\",\"currency\":\"CNY\"}")) {
            assertThat(shapes.misfits(money, json(other))).as(other).isNotEmpty();
        }
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void everyBodySaysItsShape() {
        var silent = new ArrayList<String>();
        for (var operation : Described.all(api)) {
            for (var body : operation.bodies()) {
                if (body.schema().isEmpty()
                        || body.schema().path("format").asString("").equals("binary")) {
                    silent.add(body.of() + " of " + operation.id());
                }
            }
            if (operation.answers().isEmpty() != operation.answersNothing()) {
                silent.add("answer of " + operation.id());
            }
        }
        // Documents are bytes.
        assertThat(silent)
                .containsExactlyInAnyOrder(
                        "200 application/pdf of getContractDocument",
                        "200 application/pdf of getNoticeDocument",
                        "200 application/pdf of getPayoffLetter",
                        "200 application/pdf of getRepaymentPlan",
                        "200 application/pdf of getStatement",
                        "200 application/octet-stream of getDocument",
                        "request application/pdf of attachDocument",
                        "request image/jpeg of attachDocument",
                        "request image/png of attachDocument");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var names = api.at("/components/schemas").propertyNames();
        assertThat(api.findValuesAsString("$ref"))
                .allSatisfy(
                        reference -> assertThat(names).contains(reference.substring("#/components/schemas/".length())));
    }

    @Test
    void moneyRatesAndDecimalsAreTexts() {
        var schemas = api.at("/components/schemas");
        assertThat(schemas.at("/Money/properties/amount/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/Money/required").valueStream().map(JsonNode::asString))
                .containsExactly("amount", "currency");
        assertThat(schemas.at("/Rate/type").asString()).isEqualTo("string");
        assertThat(schemas.toString()).doesNotContain("\"type\":\"number\"");
        assertThat(schemas.at("/ServicingToPay/properties/principal/$ref").asString())
                .endsWith("/Decimal");
    }

    @Test
    void whatMustBeThereIsRequired() {
        var draft =
                api.at("/components/schemas/DraftBody/required").valueStream().map(JsonNode::asString);
        assertThat(draft).containsExactly("product");
    }

    @Test
    void headersAreDescribed() {
        var start = Described.of(api, "startApplication");
        assertThat(start.header("201", "Location")).isTrue();
        assertThat(start.header("201", "ETag")).isTrue();
        assertThat(start.takes("Idempotency-Key")).isTrue();
        assertThat(Described.of(api, "changeApplication").takes("If-Match")).isTrue();
        assertThat(Described.of(api, "submitApplication").takes("Prefer")).isTrue();
        assertThat(Described.of(api, "listApplications").header("200", "Link")).isTrue();
        var callback = Described.of(api, "receiveCallback").json().path("responses");
        assertThat(List.copyOf(callback.propertyNames())).contains("204", "401", "404", "413");
        assertThat(callback.path("401").has("content")).isFalse();
    }
}
