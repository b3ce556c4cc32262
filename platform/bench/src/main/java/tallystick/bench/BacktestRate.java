package tallystick.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.facts.Packed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.kernel.AuditId;
import tallystick.kernel.Sealed;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** How long it takes to judge recorded cases anew, as a risk team asks for it over HTTP, and what live decisions keep meanwhile. */
final class BacktestRate implements Measurement {
    private static final int BATCH = 5_000;
    private static final int PARTIES = 1_000;
    private final HttpClient http = HttpClient.newHttpClient();
    private String address = "";
    private String hash = "";

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var platform = WholePlatform.start(
                        "backtest",
                        "--tallystick.users.risk-author.password=" + LoanOfficer.PASSWORD,
                        "--tallystick.processing.enabled=false",
                        "--tallystick.audit.sources.bureau.provider=simulated");
                var pool = Executors.newFixedThreadPool(options.number("threads", 4))) {
            address = platform.address();
            hash = platform.bean(RuleSets.class)
                    .deciding(new AuditId("audit-any"))
                    .credit()
                    .hash();
            var many = options.number("cases", 1_000_000);
            record(platform, many);
            var deciding = Deciding.on(platform, pool);
            var decisions = options.number("decisions", 20_000);
            deciding.rate(deciding.open("0", decisions));
            for (var round = 1; round <= options.number("rounds", 1); round++) {
                alone(platform, many, report);
                beside(deciding, round, decisions, report);
            }
        }
    }

    private void alone(WholePlatform platform, int many, Report report) throws Exception {
        var spent = Spent.sofar(platform.database());
        var start = System.nanoTime();
        finished(started());
        var seconds = (System.nanoTime() - start) / 1e9;
        report.add("backtest of %,d recorded cases".formatted(many), "s", seconds);
        report.add("cases judged", "/s", many / seconds);
        spent.since()
                .forEach((who, millis) -> report.add("processor time of a case, " + who, "us", millis * 1e3 / many));
    }

    /** As many live decisions alone and then beside a backtest, which must outlast them. */
    private void beside(Deciding deciding, int round, int many, Report report) throws Exception {
        var first = deciding.open(round + "-alone", many);
        var second = deciding.open(round + "-beside", many);
        var alone = deciding.rate(first);
        var backtest = underWay(started());
        var beside = deciding.rate(second);
        if (isOver(now(backtest))) {
            throw new IllegalStateException(
                    "Expected the backtest to outlast %,d decisions; it was over before them. Take more cases, or fewer decisions."
                            .formatted(many));
        }
        report.add("live decisions alone", "/s", alone);
        report.add("live decisions beside a backtest", "/s", beside);
        report.add("live decisions kept beside a backtest", "%", 100 * beside / alone);
        finished(backtest);
    }

    private JsonNode started() throws Exception {
        return call(
                "POST",
                "/rule-sets/" + hash + "/backtests",
                "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\",\"sample\":\"1\"}");
    }

    private JsonNode now(JsonNode operation) throws Exception {
        return call("GET", "/operations/" + operation.path("id").asString(""), "");
    }

    private JsonNode underWay(JsonNode operation) throws Exception {
        for (var now = operation; now.path("done").asLong(0) == 0 && !isOver(now); now = now(operation)) {
            Thread.sleep(20);
        }
        return operation;
    }

    private static boolean isOver(JsonNode operation) {
        var state = operation.path("state").asString("");
        if (state.equals("FAILED")) {
            throw new IllegalStateException("Expected the backtest to succeed; found " + operation);
        }
        return state.equals("SUCCEEDED");
    }

    private void finished(JsonNode operation) throws Exception {
        while (!isOver(now(operation))) {
            Thread.sleep(100);
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
