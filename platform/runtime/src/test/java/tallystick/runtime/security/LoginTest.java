package tallystick.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.runtime.testing.TestDatabase;

class LoginTest {
    private static final HandClock CLOCK = new HandClock();

    @TempDir
    static Path folder;

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.start(TestDatabase.fresh(), folder, CLOCK);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aPasswordOpensTheDoorWithTheRolesOfItsUser() {
        var answer = node.get("/api/v1/who", Node.officer());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"officer\"", "\"roles\":[\"officer\"]", "\"pii\":true");
    }

    @Test
    void aGeneratedPasswordFromTheFileOpensTheDoor() throws Exception {
        var line = Files.readAllLines(folder.resolve("users.properties")).stream()
                .filter(text -> text.startsWith("risk-approver2="))
                .findFirst()
                .orElseThrow();
        var answer = node.get("/api/v1/who", Node.basic("risk-approver2", line.substring(line.indexOf('=') + 1)));
        assertThat(answer.body()).contains("\"roles\":[\"risk-approver\"]", "\"pii\":false");
    }

    @Test
    void nobodyIsAskedToLogInBeforeAnythingElseIsSaid() {
        for (var path : new String[] {"/api/v1/who", "/api/v1/nowhere", "/error", "/actuator/prometheus"}) {
            var answer = node.get(path);
            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Basic realm=\"Tallystick\", charset=\"UTF-8\"", "Bearer realm=\"Tallystick\"");
        }
        assertThat(node.get("/api/v1/nowhere", Node.officer()).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownMethodIsAnsweredAfterTheLogin() {
        assertThat(node.send("PROPFIND", "/api/v1/who").statusCode()).isEqualTo(401);
        assertThat(node.send("PROPFIND", "/api/v1/who", Node.officer()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPreflightGetsNoPermission() {
        var answer = node.send("OPTIONS", "/api/v1/who");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void brokenCredentialsAreExplained() {
        assertThat(node.get("/api/v1/who", "Basic !!!").body()).contains("Expected base64");
        assertThat(node.get("/api/v1/who", "Basic bm9jb2xvbg==").body()).contains("found no colon");
        assertThat(node.get("/api/v1/who", "Digest x").body()).contains("found neither");
        assertThat(node.get("/api/v1/who", Node.officer(), Node.officer()).body())
                .contains("found 2");
        assertThat(node.get("/api/v1/who", Node.basic("officer", "x".repeat(1025)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsPublicNeedsNoLoginAndReadsNone() {
        assertThat(node.get("/problems/test").body()).isEqualTo("open");
        assertThat(node.send("POST", "/callbacks/sandbox/mail", "Signature something")
                        .body())
                .isEqualTo("heard");
        assertThat(node.get("/actuator/health/liveness").body()).contains("UP").doesNotContain("components", "details");
        assertThat(node.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void aPathThatLooksPublicOnlyToSomeReadersIsNot() {
        for (var path :
                new String[] {"/docs/..;/api/v1/who", "/problems/%2e%2e/api/v1/who", "//api/v1/who", "/docs/%2F..%2Fapi"
                }) {
            assertThat(node.get(path).statusCode()).as(path).isIn(400, 401);
        }
    }

    @Test
    void oddCharactersInAParameterAreForTheRouteToJudge() {
        assertThat(node.get("/api/v1/who?a%00b=%07", Node.officer()).statusCode())
                .isEqualTo(200);
        assertProblem(node.get("/api/v1/who;x=1", Node.officer()), 400, "malformed");
    }

    @Test
    void theActuatorIsForOperationsAuditorAndAdmin() throws Exception {
        assertProblem(node.get("/actuator/health", Node.officer()), 403, "forbidden");
        for (var name : new String[] {"operations", "auditor", "admin"}) {
            var answer = node.get("/actuator/health", Node.basic(name, generated(name)));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"components\"");
        }
    }

    @Test
    void answersCarrySecurityHeadersAndNoSession() {
        var headers = node.get("/api/v1/who", Node.officer()).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(node.get("/problems/test").headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'self'");
    }

    @Test
    void thirtyTwoLoginsAtOnceAreVerifiedOnce() throws Exception {
        var password = generated("finance2");
        long before = node.bean(Door.class).hashed();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 32)
                    .mapToObj(_ -> threads.submit(() -> node.get("/api/v1/who", Node.basic("finance2", password))
                            .statusCode()))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(node.bean(Door.class).hashed()).isEqualTo(before + 1);
    }

    @Test
    void aVerifiedLoginIsRememberedForAShortLife() throws Exception {
        var login = Node.basic("finance", generated("finance"));
        node.get("/api/v1/who", login);
        long before = node.bean(Door.class).hashed();
        assertThat(node.get("/api/v1/who", login).statusCode()).isEqualTo(200);
        assertThat(node.bean(Door.class).hashed()).isEqualTo(before);
        CLOCK.pass(Duration.ofMinutes(5));
        assertThat(node.get("/api/v1/who", login).statusCode()).isEqualTo(200);
        assertThat(node.bean(Door.class).hashed()).isEqualTo(before + 1);
    }

    @Test
    void anUnknownNameCostsAHashLikeAKnownOne() {
        long before = node.bean(Door.class).hashed();
        assertProblem(node.get("/api/v1/who", Node.basic("nobody", "x")), 401, "unauthenticated");
        assertThat(node.bean(Door.class).hashed()).isEqualTo(before + 1);
    }

    private static String generated(String name) throws Exception {
        return Objects.requireNonNull(new UsersFile(folder).read().get(name), name);
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"", "\"type\":\"/problems/" + code, "\"errors\":[]");
    }
}
