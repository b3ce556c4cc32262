package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request with two mistakes hears of the one that the contract checks first. */
class OrderOfChecksTest {
    private static final Server SERVER = Server.shared();
    private static final String ACCOUNT = Accounts.opened(SERVER, "1000.00");

    /** One mistake, how it is made, and how it is answered. In the order of the contract. */
    enum Mistake {
        NO_LOGIN(401, "unauthenticated"),
        UNKNOWN_ID(404, "not-found"),
        WRONG_ROLE(403, "forbidden"),
        WRONG_METHOD(405, "method-not-allowed"),
        WRONG_ACCEPT(406, "not-acceptable"),
        WRONG_TYPE(415, "unsupported-media-type"),
        TOO_LARGE(413, "too-large"),
        MALFORMED(400, "malformed"),
        KEY_REUSED(422, "idempotency-key-reused"),
        NO_MATCH(428, "if-match-missing"),
        STALE(412, "stale"),
        VALUE(422, "value-not-allowed"),
        REFUSED(409, "balance-too-low");

        private final int status;
        private final String code;

        Mistake(int status, String code) {
            this.status = status;
            this.code = code;
        }

        /** Whether two mistakes fit into one withdrawal. */
        boolean fits(Mistake other) {
            return this != NO_MATCH
                    && other != NO_MATCH
                    && !(List.of(TOO_LARGE, MALFORMED, VALUE, REFUSED).contains(this)
                            && List.of(MALFORMED, VALUE, REFUSED).contains(other)
                            && !(this == TOO_LARGE && other == MALFORMED));
        }
    }

    static Stream<List<Mistake>> pairs() {
        var pairs = new ArrayList<List<Mistake>>();
        var all = List.of(Mistake.values());
        for (var i = 0; i < all.size(); i++) {
            var first = all.get(i);
            if (first != Mistake.NO_MATCH) {
                pairs.add(List.of(first));
            }
            all.subList(i + 1, all.size()).stream()
                    .filter(first::fits)
                    .forEach(second -> pairs.add(List.of(first, second)));
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theEarlierCheckAnswers(List<Mistake> mistakes) {
        Expect.problem(withdrawal(mistakes).send(), mistakes.getFirst().status, mistakes.getFirst().code);
    }

    private static Call withdrawal(List<Mistake> mistakes) {
        var account = mistakes.contains(Mistake.UNKNOWN_ID) ? "account-unknown" : ACCOUNT;
        var method = mistakes.contains(Mistake.WRONG_METHOD) ? "PATCH" : "POST";
        var call = SERVER.call(method, "/api/v1/accounts/" + account + "/withdrawals");
        call.key(
                mistakes.contains(Mistake.KEY_REUSED)
                        ? usedKey()
                        : UUID.randomUUID().toString());
        if (mistakes.contains(Mistake.WRONG_ROLE)) {
            call.as("officer");
            if (mistakes.contains(Mistake.KEY_REUSED)) {
                call.freshKey();
            }
        }
        if (mistakes.contains(Mistake.NO_LOGIN)) {
            call.asNobody();
        }
        if (mistakes.contains(Mistake.WRONG_ACCEPT)) {
            call.with("Accept", "text/csv");
        }
        if (mistakes.contains(Mistake.STALE)) {
            call.with("If-Match", "\"999\"");
        }
        var type = mistakes.contains(Mistake.WRONG_TYPE) ? "text/plain" : "application/json";
        return call.content(type, BodyPublishers.ofString(body(mistakes)));
    }

    private static String body(List<Mistake> mistakes) {
        var amount =
                mistakes.contains(Mistake.REFUSED) ? "999999.00" : mistakes.contains(Mistake.VALUE) ? "1.001" : "1.00";
        var body = "{\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}".formatted(amount);
        var broken = mistakes.contains(Mistake.MALFORMED) ? body.substring(1) : body;
        return mistakes.contains(Mistake.TOO_LARGE) ? broken + " ".repeat(1024 * 1024) : broken;
    }

    private static String usedKey() {
        var key = UUID.randomUUID().toString();
        assertThat(SERVER.call("POST", "/api/v1/counts")
                        .key(key)
                        .json("{\"to\":1}")
                        .send()
                        .status())
                .isEqualTo(202);
        return key;
    }

    @Test
    void aMissingIfMatchComesBeforeAValueThatIsNotAllowed() {
        var call = SERVER.call("PUT", "/api/v1/accounts/" + ACCOUNT);
        Expect.problem(call.json("{\"name\":\"other\"}").send(), 428, "if-match-missing");
    }

    @Test
    void whatOthersOwnLooksLikeNothing() {
        var secret = Accounts.opened(SERVER, "secret-" + UUID.randomUUID(), "1.00");
        Expect.problem(
                SERVER.call("GET", "/api/v1/accounts/" + secret).as("officer").send(), 404, "not-found");
        assertThat(SERVER.call("GET", "/api/v1/accounts/" + secret)
                        .as("finance")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anIdThatNoIdLooksLikeIsNotFound() {
        Expect.problem(SERVER.call("GET", "/api/v1/accounts/a%20b").send(), 404, "not-found");
        Expect.problem(SERVER.call("GET", "/api/v1/accounts/" + "a".repeat(65)).send(), 404, "not-found");
    }

    @Test
    void anEmptyIdIsCalledOne() {
        var answer = SERVER.call("GET", "/api/v1/accounts//deposits").send();
        Expect.problem(answer, 400, "malformed");
        assertThat(answer.body()).contains("an id in the path is empty");
    }

    @Test
    void theFrontDoorLeadsToTheDescription() {
        var answer = SERVER.call("GET", "/").asNobody().send();
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/docs");
    }

    @Test
    void whatIsNotThereIsNamedAsItShould() {
        assertThat(SERVER.call("GET", "/api/v1/account").send().body())
                .contains("Expected a path of the API; found '/api/v1/account'. The paths are listed at /docs.");
        assertThat(SERVER.call("GET", "/api/v1/accounts/account-x").send().body())
                .contains("Expected the id of an account you may see; found none. Check the id.");
    }

    @Test
    void aMethodThatIsNotOfferedNamesThoseThatAre() {
        var answer = SERVER.call("DELETE", "/api/v1/accounts").send();
        Expect.problem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
    }

    @Test
    void aBodyWithoutALengthIsCountedWhileItIsRead() {
        var call = SERVER.call("POST", "/api/v1/accounts").freshKey();
        call.chunked("application/json", () -> new ByteArrayInputStream(new byte[1024 * 1024 + 1]));
        Expect.problem(call.send(), 413, "too-large");
    }

    @Test
    void aRouteForDocumentsTakesMore() {
        var call = SERVER.call("POST", "/api/v1/documents").as("officer").freshKey();
        var answer = call.content("application/octet-stream", BodyPublishers.ofByteArray(new byte[2 * 1024 * 1024]))
                .send();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("length").asInt(0)).isEqualTo(2 * 1024 * 1024);
    }
}
