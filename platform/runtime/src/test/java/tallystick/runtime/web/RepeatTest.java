package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** The same key gives the same answer, whatever happens. */
class RepeatTest {
    private final Server server = Server.shared();

    @Test
    void aRepeatGetsTheFirstAnswerByteForByte() {
        var key = UUID.randomUUID().toString();
        var first = open(key, Accounts.opening("n-" + key, "5.00"));
        var again = open(
                key,
                "{ \"opening\" : {\"currency\":\"CNY\", \"amount\":\"5.00\"},\n \"name\":\"n-%s\"}".formatted(key));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.header("Location"))
                .isEqualTo(first.header("Location"))
                .startsWith("/api/v1/accounts/account-");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void aRepeatAfterOthersChangedItStillGetsTheFirstAnswer() {
        var account = Accounts.opened(server, "10.00");
        var key = UUID.randomUUID().toString();
        var first = withdraw(account, key, "4.00").with("If-Match", "\"1\"").send();
        assertThat(withdraw(account, UUID.randomUUID().toString(), "1.00")
                        .send()
                        .status())
                .isEqualTo(200);
        var again = withdraw(account, key, "4.00").with("If-Match", "\"1\"").send();
        assertThat(again.body()).isEqualTo(first.body()).contains("\"6.00\"");
    }

    @Test
    void aRefusalIsAnAnswerThatIsKeptToo() {
        var account = Accounts.opened(server, "10.00");
        var key = UUID.randomUUID().toString();
        var first = withdraw(account, key, "11.00").send();
        Expect.problem(first, 409, "balance-too-low");
        assertThat(first.json().path("facts").path("balance").asString("")).isEqualTo("CNY 10.00");
        assertThat(server.call("POST", "/api/v1/accounts/" + account + "/deposits")
                        .freshKey()
                        .json(Accounts.amount("5.00"))
                        .send()
                        .status())
                .isEqualTo(200);
        var again = withdraw(account, key, "11.00").send();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).startsWith("application/problem+json");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void aValueThatIsNotAllowedIsKeptToo() {
        var key = UUID.randomUUID().toString();
        var first = open(key, Accounts.opening("n-" + key, "5.001"));
        Expect.problem(first, 422, "value-not-allowed");
        assertThat(first.json().path("errors").path(0).path("pointer").asString(""))
                .isEqualTo("/opening/amount");
        var again = open(key, Accounts.opening("n-" + key, "5.001"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void somethingTakenIsRefusedAndKept() {
        var name = "taken-" + UUID.randomUUID();
        Accounts.opened(server, name, "1.00");
        var key = UUID.randomUUID().toString();
        Expect.problem(open(key, Accounts.opening(name, "1.00")), 409, "already-taken");
        assertThat(open(key, Accounts.opening(name, "1.00")).header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        var key = UUID.randomUUID().toString();
        assertThat(open(key, Accounts.opening("n-" + key, "5.00")).status()).isEqualTo(201);
        Expect.problem(open(key, Accounts.opening("n-" + key, "6.00")), 422, "idempotency-key-reused");
        Expect.problem(
                server.call("POST", "/api/v1/counts")
                        .key(key)
                        .json("{\"to\":1}")
                        .send(),
                422,
                "idempotency-key-reused");
    }

    @Test
    void aKeyBelongsToItsCaller() {
        var key = UUID.randomUUID().toString();
        assertThat(server.call("POST", "/api/v1/counts")
                        .key(key)
                        .json("{\"to\":1}")
                        .send()
                        .status())
                .isEqualTo(202);
        var other = server.call("POST", "/api/v1/counts")
                .as("officer")
                .key(key)
                .json("{\"to\":2}")
                .send();
        assertThat(other.status()).isEqualTo(202);
        assertThat(other.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void aMissingOrImpossibleKeyIsRefused() {
        var body = Accounts.opening("x", "1.00");
        Expect.problem(server.call("POST", "/api/v1/accounts").json(body).send(), 400, "idempotency-key-missing");
        Expect.problem(open("k".repeat(256), body), 400, "malformed");
    }

    @Test
    void thirtyTwoSendsOfOneKeyHaveOneEffect() throws Exception {
        var account = Accounts.opened(server, "1000.00");
        var key = UUID.randomUUID().toString();
        Callable<Call.Answer> send = () -> withdraw(account, key, "10.00").send();
        var bodies = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(32, send))) {
                var got = answer.get();
                if (got.status() == 409) {
                    Expect.problem(got, 409, "idempotency-key-in-progress");
                    assertThat(got.header("Retry-After")).isEqualTo("1");
                } else {
                    assertThat(got.status()).as(got.body()).isEqualTo(200);
                    bodies.add(got.body());
                }
            }
        }
        assertThat(bodies).isNotEmpty();
        assertThat(java.util.Set.copyOf(bodies)).hasSize(1);
        assertThat(events(account)).isEqualTo(2);
    }

    @Test
    void twoNodesGiveOneKeyOneEffect() throws Exception {
        var database = TestDatabase.fresh();
        try (var one = Server.start(database);
                var two = Server.start(database)) {
            for (var round = 0; round < 10; round++) {
                var key = UUID.randomUUID().toString();
                var body = Accounts.opening("n-" + key, "5.00");
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    var first = threads.submit(() -> one.call("POST", "/api/v1/accounts")
                            .key(key)
                            .json(body)
                            .send());
                    var second = threads.submit(() -> two.call("POST", "/api/v1/accounts")
                            .key(key)
                            .json(body)
                            .send());
                    assertThat(first.get().status()).as(first.get().body()).isEqualTo(201);
                    assertThat(second.get().status()).as(second.get().body()).isEqualTo(201);
                    assertThat(second.get().body()).isEqualTo(first.get().body());
                }
            }
        }
    }

    @Test
    void whatIsStoredCannotBeReadWithoutItsKey() {
        var key = UUID.randomUUID().toString();
        open(key, Accounts.opening("plainname-" + key, "5.00"));
        var readable = server.bean(JdbcClient.class)
                .sql("select count(*) from store.claims where kind = 'idempotency' and position('plainname'::bytea"
                        + " in detail) > 0")
                .query(Long.class)
                .single();
        assertThat(readable).isZero();
    }

    private Call.Answer open(String key, String body) {
        return server.call("POST", "/api/v1/accounts").key(key).json(body).send();
    }

    private Call withdraw(String account, String key, String amount) {
        return server.call("POST", "/api/v1/accounts/" + account + "/withdrawals")
                .key(key)
                .json(Accounts.amount(amount));
    }

    private long events(String id) {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from store.events where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
