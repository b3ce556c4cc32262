package tallystick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.audit.api.Routing;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.kernel.Sha256;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.testing.TestDatabase;

/** The life of a rule set with every gate, on two nodes. */
class RuleDeskTest {
    private static Platform platform;
    private static Platform other;
    private static Door door;
    private static Desk desk;

    @BeforeAll
    static void start() {
        var database = TestDatabase.empty();
        platform = Platform.start(database);
        other = Platform.start(database);
        door = platform.door();
        desk = new Desk(door);
    }

    @AfterAll
    static void stop() {
        other.close();
        platform.close();
    }

    private static String rate(Door from, Story story) {
        return from.get("officer", "/audits/" + story.application().at("/audit").asString(""))
                .is(200)
                .text("/decisions/0/annualRate");
    }

    private static String today() {
        return LocalDate.ofInstant(platform.bean(java.time.Clock.class).instant(), ZoneOffset.UTC)
                .toString();
    }

    @Test
    void aPriceGoesFromAFileToALiveDecisionAndBack() {
        var former = desk.live("pricing");
        var before = Story.offered(door);
        assertThat(rate(door, before)).isEqualTo("0.12");

        var draft = desk.dearer("0.13").is(201);
        var hash = draft.text("/hash");
        assertThat(draft.text("/state")).isEqualTo("DRAFT");
        assertThat(desk.dearer("0.13").is(200).text("/hash")).isEqualTo(hash);
        desk.approve(hash, "{\"hash\":\"%s\"}".formatted(hash)).refused(409, "not-backtested");

        var checked = desk.checked(hash);
        assertThat(checked.text("/state")).isEqualTo("CHECKED");
        assertThat(checked.json().at("/checks/cases/failed").asInt(-1)).isZero();
        desk.approve(hash, "{\"hash\":\"%s\",\"backtestWaived\":\"in a hurry\"}".formatted(hash))
                .refused(409, "not-backtested");

        var tested = desk.backtested(hash, today());
        assertThat(tested.text("/state")).isEqualTo("BACKTESTED");
        var report = door.get(
                        "risk-approver", "/rule-sets/%s/backtests/%s".formatted(hash, tested.text("/backtest/id")))
                .is(200);
        assertThat(report.json().at("/judged").asLong(0)).isPositive();
        assertThat(report.text("/rates/now")).isEqualTo("0.130000");
        assertThat(report.text("/caution")).contains("not known");
        assertThat(report.json().at("/rows").toString())
                .contains("{\"file\":\"credit/grade.csv\",\"row\":6,\"hits\":")
                .contains("{\"file\":\"pricing/price-ie.csv\",\"row\":3,\"hits\":0}");

        desk.activate(hash).refused(409, "not-approved");
        desk.approve(hash, "{\"hash\":\"%s\"}".formatted(former)).refused(409, "hash-changed");
        assertThat(desk.approve(hash, "{\"hash\":\"%s\"}".formatted(hash))
                        .is(200)
                        .text("/approvedBy"))
                .isEqualTo("risk-approver");
        assertThat(desk.activate(hash).is(200).text("/state")).isEqualTo("LIVE");
        assertThat(desk.set(former).text("/state")).isEqualTo("RETIRED");
        assertThat(desk.live("pricing")).isEqualTo(hash);

        assertThat(rate(door, audited(door))).isEqualTo("0.13");
        assertThat(rate(other.door(), audited(other.door()))).isEqualTo("0.13");
        var replay = door.post(
                        "auditor",
                        "/audits/%s/decisions/1/replay"
                                .formatted(before.application().at("/audit").asString("")),
                        "{}")
                .is(200);
        assertThat(replay.json().at("/identical").asBoolean(false)).isTrue();

        assertThat(desk.activate(former).is(200).text("/state")).isEqualTo("LIVE");
        assertThat(rate(door, audited(door))).isEqualTo("0.12");
        assertThat(door.get("auditor", "/rule-sets/" + hash + "/changes")
                        .is(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(change -> change.path("what").asString("")))
                .containsExactly(
                        "RuleSetDrafted",
                        "RuleSetChecked",
                        "RuleSetBacktested",
                        "RuleSetApproved",
                        "RuleSetActivated",
                        "RuleSetRetired");
    }

    /**
     * Half of the cases are priced by a challenger. Which ones follows from their ids, on every node the same; each is recorded
     * with the set that decided it, and comes out the same again by that set, also when it has no share any more.
     */
    @Test
    void aChallengerDecidesItsShareAndItsDecisionsAreItsOwn() {
        var champion = desk.live("pricing");
        Story.offered(door);
        var challenger = desk.dearer("0.14").is(201).text("/hash");
        share(challenger, "0.5").refused(409, "not-approved");
        desk.checked(challenger);
        desk.backtested(challenger, today());
        desk.approve(challenger, "{\"hash\":\"%s\"}".formatted(challenger)).is(200);
        assertThat(share(challenger, "0.5").is(200).text("/state")).isEqualTo("APPROVED");
        assertThat(desk.live("pricing")).isEqualTo(champion);

        var decided = new ArrayList<Story>();
        for (var nr = 0; nr < 8; nr++) {
            decided.add(audited(nr % 2 == 0 ? door : other.door()));
        }
        decided.forEach(story ->
                assertThat(pricedBy(story)).isEqualTo(isChallenged(story) ? challenger + " 0.14" : champion + " 0.12"));
        assertThat(decided.stream().map(RuleDeskTest::isChallenged)).contains(true, false);

        armsAreComparedByLoss(
                champion,
                challenger,
                decided.stream().filter(RuleDeskTest::isChallenged).findFirst().orElseThrow());

        share(challenger, "0").is(200);
        assertThat(pricedBy(audited(door))).isEqualTo(champion + " 0.12");
        decided.forEach(story -> assertThat(door.post("auditor", audit(story) + "/decisions/1/replay", "{}")
                        .is(200)
                        .json()
                        .toString())
                .isEqualTo("{\"identical\":true,\"differences\":[]}"));
    }

    private static void armsAreComparedByLoss(String champion, String challenger, Story challenged) {
        var loan =
                challenged.reaches("OFFERED").accept().sign().reaches("FUNDED").loan();
        Awaitility.await()
                .untilAsserted(() -> assertThat(outcomes(challenger))
                        .isEqualTo("[{\"loans\":1,\"principal\":{\"amount\":\"12000.00\",\"currency\":\"CNY\"},"
                                + "\"late\":0,\"lost\":0,\"loss\":{\"amount\":\"0.00\",\"currency\":\"CNY\"}}]"));
        platform.bean(JdbcClient.class)
                .sql("update audit.own_loans_v2 set worst = 'WRITTEN_OFF', principal_paid = 2000 where loan = ?")
                .param(loan)
                .update();
        assertThat(outcomes(challenger)).contains("\"lost\":1,\"loss\":{\"amount\":\"10000.00\",\"currency\":\"CNY\"}");
        assertThat(outcomes(champion)).doesNotContain("\"lost\":1");
    }

    private static String outcomes(String hash) {
        return door.get("risk-approver", "/rule-sets/" + hash + "/outcomes")
                .is(200)
                .json()
                .path("items")
                .toString();
    }

    private static Door.Answer share(String hash, String share) {
        return door.put(
                "risk-approver",
                "/rule-sets/" + hash + "/share",
                "{\"share\":\"%s\"}".formatted(share),
                "If-Match",
                desk.set(hash).header("ETag"));
    }

    private static String pricedBy(Story story) {
        var audit = door.get("officer", audit(story)).is(200);
        return audit.text("/decisions/0/pricingSet") + " " + audit.text("/decisions/0/annualRate");
    }

    private static String audit(Story story) {
        return "/audits/" + story.application().at("/audit").asString("");
    }

    /** Shares are counted in ten thousandths of what the id's hash says. */
    private static boolean isChallenged(Story story) {
        var id = story.application().at("/audit").asString("");
        return Long.parseLong(Sha256.hex(id).substring(0, 12), 16) % 10_000 < 5_000;
    }

    /** Decided, whatever the bank says to the price. */
    private static Story audited(Door at) {
        var story = Story.drafted(at, "12000.00", "9000.00").submit();
        Awaitility.await()
                .until(() -> !at.get(
                                "officer",
                                "/audits/" + story.application().at("/audit").asString(""))
                        .text("/decisions/0/outcome")
                        .isEmpty());
        return story;
    }

    @Test
    void whatFailsItsCasesStaysADraft() {
        var price = desk.text(desk.live("pricing"), "pricing/price.csv");
        var hash = desk.upload(
                        "pricing", "wrong", Map.of("pricing/price.csv", price.replace("0.16,C,12", "0.161,C,12")))
                .is(201)
                .text("/hash");
        var checked = desk.checked(hash);
        assertThat(checked.text("/state")).isEqualTo("DRAFT");
        assertThat(checked.json().at("/checks/passed").asBoolean(true)).isFalse();
        assertThat(checked.text("/checks/messages/0/code")).isEqualTo("case-failed");
        assertThat(checked.text("/checks/messages/0/file")).startsWith("cases/");
        assertThat(checked.text("/checks/messages/0/remedy")).isNotBlank();
        desk.approve(hash, "{\"hash\":\"%s\"}".formatted(hash)).refused(409, "not-backtested");
    }

    @Test
    void aBrokenTableIsToldWithItsPlace() {
        var hash = desk.upload(
                        "pricing", "broken", Map.of("pricing/price.csv", "table,price,first\nrate,grade in\n0.1x,A\n"))
                .is(201)
                .text("/hash");
        var checked = desk.checked(hash);
        assertThat(checked.text("/checks/messages/0/file")).isEqualTo("pricing/price.csv");
        assertThat(checked.json().at("/checks/messages/0/line").asInt()).isEqualTo(3);
        assertThat(checked.json().at("/checks/messages/0/column").asInt()).isEqualTo(1);
    }

    @Test
    void aFileOfCodeIsRefusedAndNotKept() {
        var answer = desk.upload("credit", "code", Map.of("credit/x.drl", "rule x when then System.exit(0); end"))
                .refused(422, "rule-not-allowed");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/files/0/text");
        assertThat(answer.text("/errors/0/code")).isEqualTo("drl-off");
        assertThat(answer.text("/errors/0/found")).isEqualTo("credit/x.drl line 1 column 1");
    }

    @Test
    void anUploadWithHolesIsRefused() {
        door.post("risk-author", "/rule-sets", "{}").refused(400, "malformed");
        for (var body : new String[] {
            "{\"kind\":\"credit\",\"comment\":\"x\",\"files\":[]}",
            "{\"kind\":\"weather\",\"comment\":\"x\",\"files\":[{\"path\":\"a.csv\",\"text\":\"x\"}]}",
            "{\"kind\":\"credit\",\"comment\":\" \",\"files\":[{\"path\":\"a.csv\",\"text\":\"x\"}]}"
        }) {
            door.post("risk-author", "/rule-sets", body).refused(422, "value-not-allowed");
        }
        door.post(
                        "risk-author",
                        "/rule-sets",
                        "{\"kind\":\"credit\",\"comment\":\"x\",\"files\":[{\"path\":\"a.csv\",\"xlsx\":\"AAAA\"}]}")
                .refused(422, "rule-not-allowed");
    }

    @Test
    void onlyItsRolesWorkAtTheDesk() {
        var live = desk.live("credit");
        door.post("officer", "/rule-sets", "{}").refused(403, "forbidden");
        door.post("risk-author", "/rule-sets/" + live + "/approval", "{\"hash\":\"x\"}")
                .refused(403, "forbidden");
        door.post("risk-approver", "/rule-sets/" + live + "/activation", "{}").refused(428, "if-match-missing");
        door.post("risk-approver", "/rule-sets/" + live + "/activation", "{}", "If-Match", "\"0\"")
                .refused(412, "stale");
        door.get("officer", "/rule-sets/" + "0".repeat(64)).refused(404, "not-found");
    }

    @Test
    void anEmptyPeriodCannotBeTested() {
        door.post(
                        "risk-author",
                        "/rule-sets/" + desk.live("credit") + "/backtests",
                        "{\"from\":\"2001-01-01\",\"to\":\"2001-01-31\",\"product\":null,\"channel\":null,\"sample\":\"1\"}")
                .refused(422, "no-recorded-facts");
    }

    /** Who has to earn five times as much as before is declined by the draft; each case that flips is a row with its address. */
    @Test
    void flippedCasesAreListedForASpreadsheet() {
        var story = Story.offered(door);
        var least = desk.text(desk.live("credit"), "credit/affordability.csv");
        var hash = desk.upload(
                        "credit",
                        "richer",
                        Map.of("credit/affordability.csv", least.replace("product,,CN,2000,", "product,,CN,10000,")))
                .is(201)
                .text("/hash");
        var id = desk.backtested(hash, today()).text("/backtest/id");
        var rows = door.get("risk-approver", "/rule-sets/%s/backtests/%s/flipped".formatted(hash, id))
                .is(200)
                .response()
                .body()
                .lines()
                .toList();
        assertThat(rows).first().isEqualTo("audit,decision,application,then,now,reasons,href");
        var audit = story.application().at("/audit").asString("");
        assertThat(rows)
                .contains("%s,1,%s,APPROVE,DECLINE,AFF-MIN,/api/v1/audits/%s".formatted(audit, story.id(), audit));
    }

    @Test
    void whatADraftChangesIsShownLineByLine() {
        var text = desk.text(desk.live("pricing"), "pricing/bounds.csv");
        var hash = desk.upload(
                        "pricing", "lower", Map.of("pricing/bounds.csv", text.replace("0.05,0.24,CN", "0.04,0.24,CN")))
                .is(201)
                .text("/hash");
        var diff = door.get("risk-approver", "/rule-sets/" + hash + "/diff").is(200);
        assertThat(diff.text("/files/0/path")).isEqualTo("pricing/bounds.csv");
        assertThat(diff.json().at("/files/0/lines").toString())
                .isEqualTo("[{\"sign\":\"-\",\"number\":3,\"text\":\"0.05,0.24,CN\"},"
                        + "{\"sign\":\"+\",\"number\":3,\"text\":\"0.04,0.24,CN\"}]");
    }

    @Test
    void neitherCreditNorPriceGoesWithoutALiveSet() {
        for (var kind : List.of("credit", "pricing")) {
            door.delete("risk-approver", "/rule-sets/" + desk.live(kind) + "/activation")
                    .refused(409, "must-be-live");
        }
    }

    @Test
    void aCreditSetThatBringsPricesDoesNotPassItsChecks() {
        var prices = desk.text(desk.live("pricing"), "pricing/price.csv");
        var hash = desk.upload("credit", "prices of its own", Map.of("pricing/price.csv", prices))
                .is(201)
                .text("/hash");
        var checked = desk.checked(hash);
        assertThat(checked.text("/state")).isEqualTo("DRAFT");
        assertThat(checked.text("/checks/messages/0/code")).isEqualTo("other-kind");
        assertThat(checked.text("/checks/messages/0/file")).isEqualTo("pricing/price.csv");
        desk.approve(hash, "{\"hash\":\"%s\"}".formatted(hash)).refused(409, "prices-apart");
        desk.activate(hash).refused(409, "prices-apart");
        door.put(
                        "risk-approver",
                        "/rule-sets/" + hash + "/share",
                        "{\"share\":\"0.1\"}",
                        "If-Match",
                        desk.set(hash).header("ETag"))
                .refused(409, "prices-apart");
    }

    @Test
    void aRoutingSetSaysWhichProgrammesAreNoPlaceForACase() {
        var story = Story.offered(door);
        var audit =
                new tallystick.kernel.AuditId(story.application().at("/audit").asString(""));
        var asked = new tallystick.audit.api.RoutingOf(audit, null);
        assertThat(platform.bean(Queries.class).ask(asked)).isEqualTo(new Routing(null, List.of()));
        var hash = desk.upload("routing", "no cash for the sandbox", Map.of("routing/programmes.csv", """
            table,route,all
            programme,code,text,product in
            sandbox-cash,RTE-CASH,No cash loans,CASH
            """))
                .is(201)
                .text("/hash");
        desk.checked(hash);
        desk.backtested(hash, today());
        desk.approve(hash, "{\"hash\":\"%s\"}".formatted(hash)).is(200);
        desk.activate(hash).is(200);
        assertThat(platform.bean(Queries.class).ask(asked))
                .isEqualTo(new Routing(hash, List.of(new Routing.Skip("sandbox-cash", "RTE-CASH", "No cash loans"))));
        var nowhere = Story.drafted(door, "12000.00", "9000.00").submit().reaches("NOT_PLACED");
        assertThat(door.get("officer", "/applications/" + nowhere.id() + "/placements")
                        .text("/items/0/skipped/0/code"))
                .isEqualTo("RTE-CASH");
        door.delete("risk-approver", "/rule-sets/" + hash + "/activation").is(204);
    }

    private static Door.Answer form(String kind, String path, String text) {
        var body = """
            --part\r
            Content-Disposition: form-data; name="kind"\r
            \r
            %s\r
            --part\r
            Content-Disposition: form-data; name="comment"\r
            \r
            as a form\r
            --part\r
            Content-Disposition: form-data; name="files"; filename="%s"\r
            Content-Type: text/csv\r
            \r
            %s\r
            --part--\r
            """.formatted(kind, path, text);
        return door.post("risk-author", "/rule-sets", body, "Content-Type", "multipart/form-data; boundary=part");
    }

    @Test
    void filesMayComeAsAForm() {
        var bounds = desk.text(desk.live("pricing"), "pricing/bounds.csv").replace("0.04,0.23,IE", "0.045,0.23,IE");
        var draft = form("pricing", "pricing/bounds.csv", bounds).is(201);
        assertThat(desk.text(draft.text("/hash"), "pricing/bounds.csv")).isEqualTo(bounds);
        assertThat(desk.upload("pricing", "the same", Map.of("pricing/bounds.csv", bounds))
                        .is(200)
                        .text("/hash"))
                .isEqualTo(draft.text("/hash"));
        form("credit", "pricing/bounds.xlsx", "no spreadsheet").refused(422, "rule-not-allowed");
        form("weather", "pricing/bounds.csv", bounds).refused(422, "value-not-allowed");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() {
        form("credit", "pricing/bounds.csv", "x".repeat(30 * 1024 * 1024)).refused(413, "too-large");
        desk.upload("pricing", "large", Map.of("pricing/bounds.csv", "x".repeat(2 * 1024 * 1024)))
                .refused(413, "too-large");
        desk.upload("pricing", "long", Map.of("pricing/bounds.csv", "x".repeat(600_000)))
                .refused(422, "rule-not-allowed");
    }

    /** A body of a hundred megabytes that counts how much of it anybody took. */
    private static final class Heavy extends InputStream {
        static final long LENGTH = 100L * 1024 * 1024;
        private final AtomicLong taken = new AtomicLong();

        @Override
        public int read() {
            return taken.incrementAndGet() > LENGTH ? -1 : ' ';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            Arrays.fill(into, from, from + most, (byte) ' ');
            return taken.addAndGet(most) > LENGTH ? -1 : most;
        }
    }

    private static long takenOf(Heavy body, BodyPublisher publisher) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(door.address() + "/api/v1/rule-sets"))
                .header("Authorization", Door.basic("risk-author"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(publisher)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        }
        return body.taken.get();
    }

    @Test
    void ofAHundredMegabytesHardlyAnyAreTaken() throws Exception {
        var told = new Heavy();
        var length = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> told), Heavy.LENGTH);
        assertThat(takenOf(told, length)).as("when its length is told").isLessThan(8 * 1024 * 1024);
        var untold = new Heavy();
        assertThat(takenOf(untold, BodyPublishers.ofInputStream(() -> untold)))
                .as("when it is not")
                .isLessThan(16 * 1024 * 1024);
    }
}
