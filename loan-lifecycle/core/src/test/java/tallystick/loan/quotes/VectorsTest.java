package tallystick.loan.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tallystick.loan.api.ScheduleRow;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** Every case of another lender's engine through our request and our engine, to the cent. */
class VectorsTest {
    private static final Path VECTORS = Path.of("../engine/src/test/resources/vectors");

    @TestFactory
    Stream<DynamicTest> everyCaseIsReproduced() throws Exception {
        var cases = new ArrayList<JsonNode>();
        try (var files = Files.list(VECTORS)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                WebJson.get().readTree(Files.readString(file)).get("cases").forEach(cases::add);
            }
        }
        assertThat(cases).hasSizeGreaterThan(100);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.get("id").asString(), () -> check(each)));
    }

    private static void check(JsonNode vector) {
        var request = new VectorRequest(vector);
        if (vector.get("expected").has("transactions")) {
            simulated(request, vector.get("expected"));
        } else {
            quoted(request, vector.get("expected").get("schedule"));
        }
    }

    private static void quoted(VectorRequest request, JsonNode schedule) {
        var asked = WebJson.get().readValue(request.quote().toString(), QuotesController.Asked.class);
        var rows = Quoting.quote(asked).rows().stream()
                .filter(ScheduleRow.ToPay.class::isInstance)
                .map(ScheduleRow.ToPay.class::cast)
                .map(row -> "%s %s %s %s".formatted(row.nr(), row.due(), row.principal(), row.interest()))
                .toList();
        assertThat(rows).isEqualTo(Expected.rows(schedule, "principal", "interest"));
    }

    private static void simulated(VectorRequest request, JsonNode expected) {
        var answer =
                SimulationView.of(WebJson.get().readValue(request.simulation().toString(), Simulation.class));
        assertThat(answer.allocations().stream()
                        .map(VectorsTest::parts)
                        .sorted()
                        .toList())
                .isEqualTo(Expected.transactions(expected.get("transactions")));
        if (expected.has("schedule")) {
            assertThat(answer.rows().stream().map(VectorsTest::row).toList())
                    .isEqualTo(Expected.rows(
                            expected.get("schedule"),
                            "principal",
                            "interest",
                            "fees",
                            "penalties",
                            "paid",
                            "outstanding"));
        }
    }

    private static String parts(SimulationView.Shared shared) {
        return "%s %s %s %s %s"
                .formatted(shared.type(), shared.principal(), shared.interest(), shared.fees(), shared.penalties());
    }

    private static String row(SimulationView.Due row) {
        return "%s %s %s"
                .formatted(
                        row.nr(),
                        row.due(),
                        String.join(
                                " ",
                                List.of(
                                        row.principal().toString(),
                                        row.interest().toString(),
                                        row.fees().toString(),
                                        row.penalties().toString(),
                                        row.paid().toString(),
                                        row.outstanding().toString())));
    }
}
