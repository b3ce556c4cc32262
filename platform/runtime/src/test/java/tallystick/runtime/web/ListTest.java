package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages that stay in place. */
class ListTest {
    private final Server server = Server.shared();

    @Test
    void pagesShowEveryRowOnceWhileOthersAreAdded() {
        var prefix = "p" + UUID.randomUUID();
        var opened = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            opened.addFirst(Accounts.opened(server, prefix + i, "1.00"));
        }
        var seen = new ArrayList<String>();
        var path = "/api/v1/accounts?limit=2&name=" + prefix;
        while (!path.isEmpty()) {
            var page = server.call("GET", path).send();
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(item -> seen.add(item.path("id").asString("")));
            Accounts.opened(server, prefix + "later" + seen.size(), "1.00");
            var link = page.header("Link");
            assertThat(page.json().path("next").isNull()).isEqualTo(link == null);
            path = link == null ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).isEqualTo(opened);
    }

    @Test
    void aForeignCursorIsRefused() {
        var prefix = "f" + UUID.randomUUID();
        List.of("1", "2").forEach(one -> Accounts.opened(server, prefix + one, "1.00"));
        var next = server.call("GET", "/api/v1/accounts?limit=1&name=" + prefix)
                .send()
                .json()
                .path("next")
                .asString("");
        Expect.problem(list("limit=1&name=other&cursor=" + next), 400, "cursor-invalid");
        Expect.problem(server.call("GET", "/api/v1/operations?cursor=" + next).send(), 400, "cursor-invalid");
        Expect.problem(list("name=" + prefix + "&cursor=" + next.substring(1)), 400, "cursor-invalid");
        Expect.problem(list("cursor=%F0%9F%98%80"), 400, "cursor-invalid");
        assertThat(list("limit=1&name=" + prefix + "&cursor=" + next).status()).isEqualTo(200);
    }

    @Test
    void unknownFiltersAndLimitsAreRefused() {
        Expect.problem(list("colour=red"), 400, "unknown-filter");
        for (var limit : List.of("0", "201", "x", "-1", "")) {
            Expect.problem(list("limit=" + limit), 422, "value-not-allowed");
        }
        Expect.problem(list("name=%00"), 400, "malformed");
        Expect.problem(list("name=a&name=b"), 400, "malformed");
    }

    @Test
    void aMistypedParameterIsRefusedEverywhere() {
        var account = Accounts.opened(server, "1.00");
        var answer = server.call("GET", "/api/v1/accounts/" + account + "?asof=2026-01-01")
                .send();
        Expect.problem(answer, 400, "unknown-filter");
        assertThat(answer.body()).contains("Expected nothing in the query; found 'asof'.");
        assertThat(list("Name=x").body()).contains("Expected only cursor, limit, name in the query; found 'Name'.");
        var quote = server.call("POST", "/api/v1/quotes?dry=true").json(Accounts.amount("1"));
        Expect.problem(quote.send(), 400, "unknown-filter");
    }

    @Test
    void aWordThatAFilterDoesNotTakeIsRefused() {
        var answer = server.call("GET", "/api/v1/operations?state=DONE").send();
        Expect.problem(answer, 422, "value-not-allowed");
        assertThat(answer.body())
                .contains("state must be one of QUEUED, RUNNING, STOPPED, SUCCEEDED, FAILED, CANCELLED; found 'DONE'.");
        assertThat(server.call("GET", "/api/v1/operations?state=RUNNING").send().status())
                .isEqualTo(200);
    }

    private Call.Answer list(String query) {
        return server.call("GET", "/api/v1/accounts?" + query).send();
    }
}
