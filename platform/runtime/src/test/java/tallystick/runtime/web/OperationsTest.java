package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** Long work, followed by who started it. */
class OperationsTest {
    private final Server server = Server.shared();

    @Test
    void workIsAcceptedFollowedAndDone() {
        var started = count("officer", UUID.randomUUID().toString(), 20);
        assertThat(started.status()).isEqualTo(202);
        var place = String.valueOf(started.header("Location"));
        assertThat(place)
                .isEqualTo("/api/v1/operations/" + started.json().path("id").asString(""));
        var ended = server.call("GET", place)
                .as("officer")
                .with("Prefer", "wait=20")
                .send();
        assertThat(ended.header("Preference-Applied")).isEqualTo("wait=20");
        assertThat(ended.json().path("state").asString("")).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("done").asInt(0)).isEqualTo(20);
        assertThat(ended.json().path("result").asString("")).isEqualTo("/api/v1/accounts");
    }

    @Test
    void aRepeatFindsTheSameWork() {
        var key = UUID.randomUUID().toString();
        assertThat(count("officer", key, 3).body())
                .isEqualTo(count("officer", key, 3).body());
    }

    @Test
    void strangersDoNotSeeItAndWatchersDo() {
        var place =
                String.valueOf(count("officer", UUID.randomUUID().toString(), 1).header("Location"));
        Expect.problem(server.call("GET", place).as("officer2").send(), 404, "not-found");
        assertThat(server.call("GET", place).as("auditor").send().status()).isEqualTo(200);
        assertThat(server.call("GET", "/api/v1/operations?type=COUNTING")
                        .as("officer2")
                        .send()
                        .body())
                .doesNotContain(place.substring(20));
    }

    @Test
    void cancelledWorkEndsAndCannotBeCancelledAgain() {
        var place = String.valueOf(
                count("officer", UUID.randomUUID().toString(), 100_000).header("Location"));
        assertThat(cancel(place).status()).isEqualTo(200);
        var ended = server.call("GET", place)
                .as("officer")
                .with("Prefer", "wait=20")
                .send();
        assertThat(ended.json().path("state").asString("")).isEqualTo("CANCELLED");
        Expect.problem(cancel(place), 409, "operation-finished");
    }

    @Test
    void workIsStreamedUntilItEnds() {
        var place = String.valueOf(
                count("officer", UUID.randomUUID().toString(), 400).header("Location"));
        var stream = server.call("GET", place)
                .as("officer")
                .with("Accept", "text/event-stream")
                .send();
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.body()).contains("event:operation", "RUNNING", "SUCCEEDED");
    }

    @Test
    void anotherNodeGoesOnWhereADeadOneStopped() {
        var database = TestDatabase.fresh();
        try (var node = Server.start(database, "--tallystick.operations.lease=1s")) {
            node.bean(JdbcClient.class).sql("""
                insert into runtime.operations
                  (id, type, owner, input, state, done, total, reached, queued_at, started_at, attempt, node, leased_until)
                values ('op-dead', 'COUNTING', 'officer', '50', 'RUNNING', 40, 50, '40', now(), now(), 1, 'dead', now() + interval '1 second')
                """).update();
            var ended = node.call("GET", "/api/v1/operations/op-dead")
                    .as("officer")
                    .with("Prefer", "wait=20")
                    .send();
            assertThat(ended.json().path("state").asString("")).isEqualTo("SUCCEEDED");
            assertThat(node.bean(AtomicInteger.class).get()).isEqualTo(10);
        }
    }

    @Test
    void workThatKeepsKillingItsNodeIsStopped() {
        server.bean(JdbcClient.class).sql("""
            insert into runtime.operations (id, type, owner, input, state, queued_at, started_at, attempt, node, leased_until)
            values ('op-killer', 'COUNTING', 'officer', '50', 'RUNNING', now(), now(), 5, 'dead', now() - interval '1 second')
            """).update();
        var ended = server.call("GET", "/api/v1/operations/op-killer")
                .as("officer")
                .with("Prefer", "wait=20")
                .send();
        assertThat(ended.json().path("state").asString("")).isEqualTo("STOPPED");
        assertThat(ended.json().path("problem").path("code").asString("")).isEqualTo("internal");
    }

    @Test
    void aWriteThatDoesNotShowYetIsAnOperation() {
        var database = TestDatabase.fresh();
        try (var node = Server.start(database, "--tallystick.http.read-your-writes=1ms")) {
            ReferenceServer.LATE.add(node.port());
            var opening = node.call("POST", "/api/v1/accounts").key("late-key").json(Accounts.opening("late", "1.00"));
            var answer = opening.send();
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            var place = String.valueOf(answer.header("Location"));
            ReferenceServer.LATE.remove(node.port());
            var ended = node.call("GET", place).with("Prefer", "wait=20").send();
            assertThat(ended.json().path("state").asString("")).isEqualTo("SUCCEEDED");
            var result = ended.json().path("result").asString("");
            assertThat(node.call("GET", result).send().status()).isEqualTo(200);
            var again = opening.send();
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.body()).isEqualTo(answer.body());
            assertThat(again.header("Location")).isEqualTo(place);
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        }
    }

    @Test
    void aWriteThatNeverShowsIsGivenUpWithWordsThatSayItIsStored() {
        var database = TestDatabase.fresh();
        try (var node = Server.start(
                database, "--tallystick.http.read-your-writes=1ms", "--tallystick.operations.late-write=50ms")) {
            ReferenceServer.LATE.add(node.port());
            var place = String.valueOf(node.call("POST", "/api/v1/accounts")
                    .freshKey()
                    .json(Accounts.opening("never", "1.00"))
                    .send()
                    .header("Location"));
            var ended = node.call("GET", place).with("Prefer", "wait=20").send();
            ReferenceServer.LATE.remove(node.port());
            assertThat(ended.json().path("state").asString("")).isEqualTo("FAILED");
            assertThat(ended.json().path("problem").path("code").asString("")).isEqualTo("write-not-shown");
            assertThat(ended.json().path("problem").path("detail").asString(""))
                    .contains(" is stored at version 1; ", "did not show it");
        }
    }

    private Call.Answer count(String user, String key, int to) {
        return server.call("POST", "/api/v1/counts")
                .as(user)
                .key(key)
                .json("{\"to\":%d}".formatted(to))
                .send();
    }

    private Call.Answer cancel(String place) {
        return server.call("POST", place + "/cancellation")
                .as("officer")
                .freshKey()
                .json("{}")
                .send();
    }
}
