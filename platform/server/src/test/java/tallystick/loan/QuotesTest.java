package tallystick.loan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tallystick.kernel.Refused;
import tallystick.loan.api.QuoteTerms;
import tallystick.loan.api.Terms;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.testing.TestDatabase;
import tallystick.runtime.web.json.WebJson;
import tallystick.server.TallystickServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Quotes and simulations as callers meet them, with the figures of the contract. */
class QuotesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "correct horse";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // Started before the first test.
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void starts() {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallystick.data-dir=" + folder,
                "--tallystick.users.officer.password=" + PASSWORD));
        TestDatabase.fresh("application", "audit", "loan", "bank")
                .properties()
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        server = new SpringApplicationBuilder(TallystickServer.class).run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @Test
    void theExamplesAreTheTruth() throws Exception {
        for (var example : List.of("quotes quoteTerms", "simulations simulateLoan")) {
            var path = example.split(" ")[0];
            var name = example.split(" ")[1];
            var answer = post(path, resource(name + ".request.json"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(resource(name + ".200.json")));
        }
    }

    @Test
    void termsThatAreImpossibleNameTheFieldAndTheRule() throws Exception {
        var request = (ObjectNode) JSON.readTree(resource("quoteTerms.request.json"));
        terms(request).put("firstDueDate", "2026-01-01");

        var answer = post("quotes", request.toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("detail").asString())
                .isEqualTo("firstDueDate 2026-01-01 must be after the first disbursement 2026-01-01.");
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("/terms/firstDueDate");
    }

    @Test
    void anAllocationOrderThatIsNeitherFormIsRefused() throws Exception {
        var request = (ObjectNode) JSON.readTree(resource("simulateLoan.request.json"));
        ((ObjectNode) request.get("allocation").get("default")).put("order", "INTEREST_FIRST");

        var answer = post("simulations", request.toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body())
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asString())
                .isEqualTo("/allocation/default/order");
    }

    @Test
    void aFactWithoutItsAmountIsRefusedAtItsPlace() throws Exception {
        var request = (ObjectNode) JSON.readTree(resource("simulateLoan.request.json"));
        ((ObjectNode) request.get("facts").get(0)).remove("amount");

        var answer = post("simulations", request.toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body())
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asString())
                .isEqualTo("/facts/0/amount");
    }

    @Test
    void otherContextsGetTheSameQuoteAndARefusalInTheSameWords() throws Exception {
        var queries = server.getBean(Queries.class);
        var request = (ObjectNode) JSON.readTree(resource("quoteTerms.request.json"));

        var quote = queries.ask(new QuoteTerms(read(terms(request))));

        assertThat(quote.totals().interest()).isEqualTo("237.49");
        terms(request).put("firstDueDate", "2026-01-01");
        var impossible = read(terms(request));
        assertThat(Assertions.catchThrowable(() -> queries.ask(new QuoteTerms(impossible))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().detail())
                                .isEqualTo("firstDueDate 2026-01-01 must be after the first disbursement 2026-01-01."));
    }

    private static Terms read(JsonNode terms) {
        return WebJson.get().readValue(terms.toString(), Terms.class);
    }

    private static ObjectNode terms(JsonNode request) {
        return (ObjectNode) request.get("terms");
    }

    private static String resource(String name) throws IOException {
        try (var file = QuotesTest.class.getResourceAsStream("/openapi/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var port = server.getEnvironment().getProperty("local.server.port");
        var login = Base64.getEncoder().encodeToString(("officer:" + PASSWORD).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/api/v1/%s".formatted(port, path)))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
