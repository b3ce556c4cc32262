package tallystick.loan.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** The examples of {@code docs/quotes} are answered as they say. {@code -Dquotes.write=true} writes what is answered now. */
class DocumentedQuotesTest {
    private static final Path FOLDER = Path.of("../../docs/quotes");
    private static final String REQUEST = ".request.json";

    @TestFactory
    Stream<DynamicTest> everyExampleIsAnsweredAsItSays() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var requests = files.filter(file -> file.toString().endsWith(REQUEST))
                    .sorted()
                    .toList();
            assertThat(requests).hasSizeGreaterThan(10);
            return requests.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path request) throws IOException {
        var answer = answer(WebJson.get().readTree(Files.readString(request)));
        var file = request.resolveSibling(request.getFileName().toString().replace(REQUEST, ".answer.json"));
        if (Boolean.getBoolean("quotes.write")) {
            Files.writeString(
                    file, WebJson.get().writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n");
        }
        assertThat(answer).isEqualTo(WebJson.get().readTree(Files.readString(file)));
    }

    private static JsonNode answer(JsonNode body) {
        try {
            return WebJson.get().valueToTree(body.has("facts") ? simulated(body) : quoted(body));
        } catch (ValueNotAllowed refused) {
            return WebJson.get().valueToTree(Map.of("status", 422, "detail", refused.getMessage()));
        }
    }

    private static Object quoted(JsonNode body) {
        return Quoting.quote(WebJson.fitting(body, QuotesController.Asked.class));
    }

    private static Object simulated(JsonNode body) {
        return SimulationView.of(WebJson.fitting(body, Simulation.class));
    }
}
