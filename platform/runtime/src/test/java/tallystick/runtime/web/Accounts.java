package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Accounts that tests need. */
final class Accounts {
    private Accounts() {}

    static String opened(Server server, String balance) {
        return opened(server, "a-" + UUID.randomUUID(), balance);
    }

    static String opened(Server server, String name, String balance) {
        var answer = server.call("POST", "/api/v1/accounts")
                .freshKey()
                .json(opening(name, balance))
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString("");
    }

    static String opening(String name, String balance) {
        return "{\"name\":\"%s\",\"opening\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}".formatted(name, balance);
    }

    static String amount(String amount) {
        return "{\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}".formatted(amount);
    }
}
