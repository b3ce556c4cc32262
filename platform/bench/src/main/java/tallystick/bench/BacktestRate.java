package tallystick.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.facts.Packed;
import tallystick.kernel.Sealed;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** How long it takes to judge recorded cases anew, as a risk team asks for it over HTTP. */
final class BacktestRate implements Measurement {
    private static final int BATCH = 5_000;
    private static final int PARTIES = 1_000;
    private final HttpClient http = HttpClient.newHttpClient();
    private String address = "";

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var platform =
                WholePlatform.start("backtest", "--tallystick.users.risk-author.password=" + LoanOfficer.PASSWORD)) {
            address = platform.address();
            var many = options.number("cases", 1_000_000);
            record(platform, many);
            var hash = call("GET", "/rule-sets?state=LIVE&kind=credit", "")
                    .at("/items/0/hash")
                    .asString("");
            for (var round = 0; round < options.number("rounds", 1); round++) {
                var spent = Spent.sofar(platform.database());
                var start = System.nanoTime();
                finished(call(
                        "POST",
                        "/rule-sets/" + hash + "/backtests",
                        "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\",\"sample\":\"1\"}"));
                var seconds = (System.nanoTime() - start) / 1e9;
                report.add("backtest of %,d recorded cases".formatted(many), "s", seconds);
                report.add("cases judged", "/s", many / seconds);
                spent.since()
                        .forEach((who, millis) ->
                                report.add("processor time of a case, " + who, "us", millis * 1e3 / many));
            }
        }
    }

    private void finished(JsonNode operation) throws Exception {
        var now = operation;
        while (!now.path("state").asString("").equals("SUCCEEDED")) {
            if (now.path("state").asString("").equals("FAILED")) {
                throw new IllegalStateException("Expected the backtest to succeed; found " + now);
            }
            Thread.sleep(100);
            now = call("GET", "/operations/" + operation.path("id").asString(""), "");
        }
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        var login = Base64.getEncoder()
                .encodeToString(("risk-author:" + LoanOfficer.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + login)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return WebJson.get()
                .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    /** Straight into the list of decisions: what a backtest reads of a decision is its row there. */
    private static void record(WholePlatform platform, int many) {
        var sealing = platform.bean(Sealing.class);
        var jdbc = platform.bean(JdbcTemplate.class);
        var cases = Cases.like("cash-record", PARTIES).stream()
                .map(facts -> Packed.pack(WebJson.get().writeValueAsString(facts)))
                .toList();
        for (var from = 0; from < many; from += BATCH) {
            var rows = new java.util.ArrayList<Object[]>();
            for (var nr = from; nr < Math.min(many, from + BATCH); nr++) {
                var sealed = sealing.seal(
                        "party-" + nr % PARTIES, Sealed.Purpose.FACTS, "factSnapshot", cases.get(nr % PARTIES));
                rows.add(new Object[] {
                    "audit-" + nr, "app-" + nr, sealed.subject(), sealed.epoch(), sealed.bytes(), nr % 2_000_000
                });
            }
            jdbc.batchUpdate(
                    "insert into audit.decisions_v1 (audit, nr, application, product, channel, rule_set, outcome, rate,"
                            + " reasons, party, epoch, sealed, decided_at) values (?, 1, ?, 'cash-loan', 'BRANCH', '',"
                            + " 'APPROVE', 0.12, '', ?, ?, ?, timestamptz '2026-01-02' + ? * interval '1 second')",
                    rows);
        }
    }
}
