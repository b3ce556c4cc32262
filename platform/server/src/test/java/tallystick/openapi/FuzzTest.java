package tallystick.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mutated bodies and parameters to every operation of the description: never a 500, never another shape, never a word
 * from inside; and what was refused has left no event. {@code -Dtallystick.fuzz.rounds=500} for the long run.
 */
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("tallystick.fuzz.rounds", 12);
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> USERS = List.of("officer", "operations", "underwriter", "finance", "auditor");
    private static Platform platform;
    private static String application;
    private static String loan;

    private final HttpClient http = HttpClient.newHttpClient();
    private Random random = new Random();
    private long seed;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        var story = Story.funded(platform.door());
        application = story.id();
        loan = story.loan();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void nothingBreaksAndNothingRefusedIsDone() throws Exception {
        seed = Long.getLong("tallystick.fuzz.seed", System.nanoTime());
        System.out.println("Fuzz seed: -Dtallystick.fuzz.seed=" + seed);
        random = new Random(seed);
        var api = platform.door().get("officer", "/v3/api-docs").is(200).json();
        for (var operation : Described.all(api)) {
            for (var round = 0; round < ROUNDS; round++) {
                once(operation);
            }
        }
    }

    private void once(Described operation) throws Exception {
        var path = path(operation);
        var request = HttpRequest.newBuilder(URI.create(platform.door().address() + path))
                .header("Authorization", login())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (random.nextInt(3) == 0) {
            request.header("If-Match", random.nextBoolean() ? "\"1\"" : "*");
        }
        if (operation.hasBody()) {
            request.header(
                    "Content-Type",
                    operation.method().equals("PATCH") ? "application/merge-patch+json" : "application/json");
            request.method(operation.method(), BodyPublishers.ofByteArray(body(operation.request())));
        } else {
            request.method(operation.method(), BodyPublishers.noBody());
        }
        var before = events();
        var answer = http.send(request.build(), BodyHandlers.ofString());
        judge(operation, path, answer);
        if (answer.statusCode() >= 400
                && answer.statusCode() != 409
                && operation.method().equals("POST")) {
            assertThat(mine(before))
                    .as("events after %d of %s %s, seed %d", answer.statusCode(), operation, path, seed)
                    .isEmpty();
        }
    }

    private void judge(Described operation, String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s %s with seed %d: %s", operation, path, seed, answer.body())
                .isLessThan(500);
        if (answer.statusCode() >= 400 && !path.startsWith("/callbacks")) {
            var problem = JSON.readTree(answer.body());
            assertThat(problem.path("code").asString("")).as(answer.body()).isNotBlank();
            assertThat(problem.path("detail").asString("")).as(answer.body()).isNotBlank();
            assertThat(answer.body()).doesNotContain("tallystick.", "java.", "Exception", "at org.");
        }
    }

    private static long events() {
        return JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql("select position from store.head")
                .query(Long.class)
                .single();
    }

    /** What this request caused; earlier ones may still go on by themselves. */
    private static List<String> mine(long before) {
        return JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql("select e.id from store.events e where e.position > ? and e.sequence = 0")
                .param(before)
                .query(String.class)
                .list()
                .stream()
                .filter(id -> id.startsWith("app-") || id.startsWith("product-") || id.startsWith("line-"))
                .toList();
    }

    private String path(Described operation) {
        var path = operation.path();
        path = path.replace("{application}", mutated(application)).replace("{loan}", mutated(loan));
        path = path.replace("{product}", mutated("cash-loan")).replace("{line}", mutated("sandbox-cash"));
        path = path.replace("{bank}", mutated("sandbox")).replace("{jurisdiction}", mutated("CN"));
        path = path.replaceAll("\\{[^}]+}", random.nextBoolean() ? "1" : "x-1");
        return random.nextInt(4) == 0
                ? path + "?"
                        + List.of("limit", "cursor", "state", "asOf", "knownAt", "x")
                                .get(random.nextInt(6)) + "=" + encoded()
                : path;
    }

    private String mutated(String id) {
        return random.nextInt(5) == 0 ? id + random.nextInt(10) : id;
    }

    private String encoded() {
        return URLEncoder.encode(
                random.nextBoolean() ? "2026-02-30" : Integer.toString(random.nextInt()) + "é\"'",
                StandardCharsets.UTF_8);
    }

    private String login() {
        var user = USERS.get(random.nextInt(USERS.size())) + ":" + Platform.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] body(JsonNode example) {
        var text = example.isMissingNode() ? "{}" : example.toString();
        return switch (random.nextInt(6)) {
            case 0 ->
                text.replaceFirst(
                                "\"[^\"]{1,40}\"(?=[,}])",
                                List.of("null", "1e999", "[]", "{}", "\"\"", "\"\\u0000\"", "true")
                                        .get(random.nextInt(7)))
                        .getBytes(StandardCharsets.UTF_8);
            case 1 -> replaced(text, random.nextInt(1 + count(text))).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 3 -> flipped(text.getBytes(StandardCharsets.UTF_8));
            case 4 ->
                text.replaceFirst("\\{", "{\"unknown\":" + "[".repeat(random.nextInt(60)) + ",")
                        .getBytes(StandardCharsets.UTF_8);
            default ->
                replaced(replaced(text, random.nextInt(1 + count(text))), random.nextInt(1 + count(text)))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static int count(String text) {
        return (int) text.chars().filter(c -> c == ':').count();
    }

    /** Another value at the nth member. */
    private String replaced(String text, int nth) {
        var at = -1;
        for (var n = 0; n <= nth; n++) {
            var next = text.indexOf(':', at + 1);
            if (next < 0) {
                break;
            }
            at = next;
        }
        if (at < 0) {
            return text;
        }
        var end = at + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var other = List.of(
                        "null",
                        "-1",
                        "0.000000000000000000001",
                        "\"" + "x".repeat(random.nextInt(3000)) + "\"",
                        "\"CNY\"",
                        "\"-1.00\"",
                        "\"9999999999999999999999999999.99\"",
                        "{}",
                        "[null]",
                        "\"2026-02-30\"",
                        "\"../../etc\"",
                        "\"<b>\"")
                .get(random.nextInt(12));
        return text.substring(0, at + 1) + other + text.substring(end);
    }

    private byte[] flipped(byte[] bytes) {
        for (var n = random.nextInt(5); n >= 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
