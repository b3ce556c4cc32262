package tallystick.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** Bearer tokens on two nodes that share a database and a clock. */
class TokenTest {
    private static final HandClock CLOCK = new HandClock();

    @TempDir
    static Path folderA;

    @TempDir
    static Path folderB;

    private static Node a;
    private static Node b;

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh();
        a = Node.start(database, folderA, CLOCK);
        b = Node.start(database, folderB, CLOCK);
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
    }

    @Test
    void aTokenOfOneNodeWorksOnTheOther() {
        var made = a.send("POST", "/api/v1/tokens", Node.officer());
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains("/api/v1/tokens/current");
        assertThat(made.body()).contains("\"expiresAt\":\"", "\"roles\":[\"officer\"]");
        assertThat(b.get("/api/v1/who", "Bearer " + token(made.body())).body()).contains("\"name\":\"officer\"");
    }

    @Test
    void aTokenIsNowhereInTheDatabase() {
        var token = token();
        var rows = a.bean(JdbcClient.class)
                .sql("select t::text from runtime.bearer_tokens t")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token.substring(3)));
    }

    @Test
    void aRevokedTokenIsRefusedHereAtOnceAndElsewhereWithinItsCacheLife() {
        var bearer = "Bearer " + token();
        assertThat(b.get("/api/v1/who", bearer).statusCode()).isEqualTo(200);
        assertThat(a.send("DELETE", "/api/v1/tokens/current", bearer).statusCode())
                .isEqualTo(204);
        var answer = a.get("/api/v1/who", bearer);
        LoginTest.assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .contains("Bearer realm=\"Tallystick\", error=\"invalid_token\"");
        CLOCK.pass(Duration.ofSeconds(2));
        assertThat(b.get("/api/v1/who", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenEndsWithItsLifeByTheClock() {
        var bearer = "Bearer " + token();
        CLOCK.pass(Duration.ofHours(12).minusMillis(1));
        assertThat(a.get("/api/v1/who", bearer).statusCode()).isEqualTo(200);
        CLOCK.pass(Duration.ofMillis(1));
        assertThat(a.get("/api/v1/who", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenMakesNoToken() {
        LoginTest.assertProblem(a.send("POST", "/api/v1/tokens", "Bearer " + token()), 403, "forbidden");
        LoginTest.assertProblem(a.send("DELETE", "/api/v1/tokens/current", Node.officer()), 403, "forbidden");
    }

    @Test
    void allTokensOfAUserEndTogether() {
        var one = "Bearer " + token();
        var two = "Bearer " + token();
        assertThat(a.send("DELETE", "/api/v1/tokens", one).statusCode()).isEqualTo(204);
        assertThat(a.get("/api/v1/who", two).statusCode()).isEqualTo(401);
    }

    @Test
    void wordsThatAreNoTokenAreRefused() {
        for (var text : new String[] {"ts_short", "ts_" + "A".repeat(43), "eyJ.eyJ.x", "nonsense"}) {
            assertThat(a.get("/api/v1/who", "Bearer " + text).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void onlyTheNewestTokensOfAUserLive() {
        var limits = new SecuritySettings.Tokens(Duration.ofHours(1), Duration.ofSeconds(2), 2);
        var tokens = new BearerTokens(a.bean(JdbcClient.class), limits, CLOCK);
        var caller = Caller.of("auditor", Role.AUDITOR);
        var first = tokens.issue(caller);
        CLOCK.pass(Duration.ofSeconds(1));
        var second = tokens.issue(caller);
        CLOCK.pass(Duration.ofSeconds(1));
        var third = tokens.issue(caller);
        assertThat(tokens.owner(first.text())).isEmpty();
        assertThat(tokens.owner(second.text())).isPresent();
        assertThat(tokens.owner(third.text())).isPresent();
    }

    private static String token() {
        return token(a.send("POST", "/api/v1/tokens", Node.officer()).body());
    }

    private static String token(String body) {
        var start = body.indexOf("ts_");
        return body.substring(start, body.indexOf('"', start));
    }
}
