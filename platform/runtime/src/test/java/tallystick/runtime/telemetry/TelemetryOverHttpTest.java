package tallystick.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Refusal;
import tallystick.runtime.database.ContextSchema;
import tallystick.runtime.testing.TestDatabase;

/** What operators and callers see over real HTTP. */
@Isolated("reads what the whole process prints")
@ExtendWith(OutputCaptureExtension.class)
class TelemetryOverHttpTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final List<ProcessingReadings.Group> GROUPS = new ArrayList<>();
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @SuppressWarnings("NullAway.Init") // set before all
    private static ConfigurableApplicationContext node;

    @BeforeAll
    static void start() {
        node = new SpringApplicationBuilder(Application.class)
                .properties(DATABASE.propertyPairs())
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "tallystick.data-dir=target/telemetry-node",
                        "tallystick.telemetry.read-at-most-every=0s",
                        "management.endpoint.health.show-details=always",
                        "spring.autoconfigure.exclude=" + String.join(",", others()))
                .run();
    }

    /** Logins, commands and what else is not looked at here. */
    private static List<String> others() {
        Set<String> needed = Set.of("audit", "calendar", "clock", "database", "deadlines", "telemetry");
        return ImportCandidates.load(AutoConfiguration.class, null).getCandidates().stream()
                .filter(name -> name.contains(".security.")
                        || (name.startsWith("tallystick.") && !needed.contains(name.split("\\.")[2])))
                .toList();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aRequestWithATraceIsHandledForThatTraceAndItsLogLineNamesIt(CapturedOutput output)
            throws IOException, InterruptedException {
        assertThat(get("/trace", "traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE))
                        .body())
                .isEqualTo(TRACE);
        assertThat(output.getOut().lines().filter(line -> line.contains("first line")))
                .singleElement()
                .asString()
                .contains("[" + TRACE + "]", "first line | second line", "IllegalStateException: planted | at ");
    }

    @Test
    void aRequestWithoutATraceIsGivenOne() throws IOException, InterruptedException {
        String first = get("/trace").body();
        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(get("/trace").body()).isNotEqualTo(first);
    }

    @Test
    void aTraceThatIsNoneIsReplaced() throws IOException, InterruptedException {
        assertThat(get("/trace", "traceparent", "00-nonsense").body()).matches("[0-9a-f]{32}");
    }

    @Test
    void prometheusFindsEveryFigure() throws IOException, InterruptedException {
        CommandMetrics commands = node.getBean(CommandMetrics.class);
        commands.onMessageIngested(GenericCommandMessage.asCommandMessage("do")).reportSuccess();
        commands.onMessageIngested(GenericCommandMessage.asCommandMessage("do"))
                .reportFailure(Refusal.of("no", "No", "No.").asException());
        node.getBean(AppendMetrics.class).appended(3, 12, Duration.ofMillis(3));
        standing(new ProcessingReadings.Group("reference.balances.v1", 42, 1, 0, null));
        assertThat(get("/actuator/prometheus").body())
                .contains(
                        "tallystick_command_seconds_count{command=\"String\",outcome=\"done\"} 1",
                        "tallystick_command_seconds_count{command=\"String\",outcome=\"refused\"} 1",
                        "tallystick_append_batch_events_sum 12.0",
                        "tallystick_processing_lag{group=\"reference.balances.v1\"} 42.0",
                        "tallystick_processing_dead_letters{group=\"reference.balances.v1\"} 1.0",
                        "tallystick_processing_parked_steps{group=\"reference.balances.v1\"} 0.0",
                        "tallystick_processing_halted{group=\"reference.balances.v1\"} 0.0",
                        "tallystick_deadline_overdue{context=\"reference\"} 0.0",
                        "tallystick_deadline_unknown_kinds 0.0");
    }

    @Test
    void theProbesAnswer() throws IOException, InterruptedException {
        standing(new ProcessingReadings.Group("reference.balances.v1", 0, 0, 0, null));
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/actuator/health/readiness");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"db\"", "\"processing\"", "\"deadlines\"", "\"stuckWork\"");
        assertThat(ready.body()).startsWith("{\"components\"").endsWith("\"status\":\"UP\"}");
    }

    @Test
    void aHaltedGroupCallsForAttentionButDoesNotTakeTheNodeAway() throws IOException, InterruptedException {
        standing(new ProcessingReadings.Group("reference.balances.v1", 0, 0, 0, "IllegalStateException"));
        HttpResponse<String> ready = get("/actuator/health/readiness");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"status\":\"ATTENTION\"", "halted: IllegalStateException");
    }

    @Test
    void aFigureThatCannotBeReadIsNotANumber() {
        GROUPS.clear();
        assertThat(node.getBean(MeterRegistry.class)
                        .get(MetricNames.PROCESSING_LAG)
                        .gauge()
                        .value())
                .isNaN();
    }

    private static void standing(ProcessingReadings.Group group) {
        GROUPS.clear();
        GROUPS.add(group);
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        String port = node.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(port, path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @EnableAutoConfiguration
    @RestController
    static class Application {
        @Bean
        ContextSchema reference() {
            return new ContextSchema("reference");
        }

        @Bean
        ProcessingReadings readings() {
            return new ProcessingReadings() {
                @Override
                public List<String> groups() {
                    return List.of("reference.balances.v1");
                }

                @Override
                public List<Group> read() {
                    return List.copyOf(GROUPS);
                }
            };
        }

        @GetMapping("/trace")
        String trace() {
            LoggerFactory.getLogger(Application.class)
                    .warn("first line\nsecond line", new IllegalStateException("planted"));
            return TraceIds.current().orElse("none");
        }
    }
}
