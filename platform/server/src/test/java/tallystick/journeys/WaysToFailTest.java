package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.audit.StuckWorkAudit;

/**
 * Each way to fail, and what it leaves behind: no reservation, no money, nothing that waits for nobody. Callers come to
 * two nodes in turn; {@code -Djourneys.nodes=1} for one.
 */
class WaysToFailTest {
    private Nodes platform;
    private Door door;

    @BeforeEach
    void start() {
        platform = Nodes.start();
        door = platform.door();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void later(Duration by) {
        Story.moveClock(door, platform.now().plus(by));
    }

    @Test
    void anApplicantWhoCannotPayIsDeclinedWithReasons() {
        var story = Story.drafted(door, "12000.00", "1000.00").submit().reaches("DECLINED");
        var audit = door.get(
                        "officer", "/audits/" + story.application().at("/audit").asString(""))
                .is(200);
        assertThat(audit.text("/decisions/0/outcome")).isEqualTo("DECLINE");
        assertThat(audit.json().at("/decisions/0/reasons").size()).isBetween(1, 4);
    }

    @Test
    void aReferredCaseIsDecidedByAReviewer() {
        var story = Story.drafted(door, "12000.00", "8000.00").submit();
        await().untilAsserted(() ->
                assertThat(story.application().at("/subState").asString("")).isEqualTo("REFERRED"));
        var review = review(story);
        door.post("underwriter", "/reviews/" + review + "/claim", "{}").is(200);
        door.post("underwriter2", "/reviews/" + review + "/claim", "{}").refused(409, "review-claimed");
        var seen = door.get("underwriter", "/reviews/" + review).is(200);
        door.post("underwriter", "/reviews/" + review + "/decision", """
            {"outcome":"APPROVE","reason":"Income proved by payslips","conditions":[],"hash":"%s"}
            """.formatted(seen.text("/hash")))
                .is(200);
        story.reaches("OFFERED");
    }

    @Test
    void aReviewersQuestionWaitsForTheOfficerAndConditionsForTheirProof() {
        var story = Story.drafted(door, "12000.00", "8000.00").submit();
        await().untilAsserted(() ->
                assertThat(story.application().at("/waitingFor").asString("")).isEqualTo("REVIEW"));
        var review = "/reviews/" + review(story);
        door.post("underwriter", review + "/claim", "{}").is(200);
        door.post("underwriter", review + "/question", "{\"text\":\"Where is the payslip of March?\"}")
                .is(200);
        await().untilAsserted(() ->
                assertThat(story.application().at("/waitingFor").asString("")).isEqualTo("OFFICER"));
        door.post("officer", review + "/answer", "{\"text\":\"It comes on Monday.\"}")
                .is(200);
        await().untilAsserted(() ->
                assertThat(story.application().at("/waitingFor").asString("")).isEqualTo("REVIEW"));
        var seen = door.post("underwriter", review + "/claim", "{}").is(200);
        door.post("underwriter", review + "/decision", """
            {"outcome":"APPROVE","reason":"Known for years","conditions":["Payslip of March"],"hash":"%s"}
            """.formatted(seen.text("/hash")))
                .is(200);
        story.reaches("OFFERED");
        var audit = door.get(
                        "officer", "/audits/" + story.application().at("/audit").asString(""))
                .is(200);
        assertThat(audit.text("/decisions/0/outcome")).isEqualTo("REFER");
        assertThat(audit.text("/decisions/0/review/outcome")).isEqualTo("APPROVE");
        assertThat(audit.text("/decisions/0/review/by")).isEqualTo("underwriter");
        assertThat(audit.text("/decisions/0/review/conditions/0")).isEqualTo("Payslip of March");
        var conditions = door.get("officer", "/applications/" + story.id() + "/conditions")
                .is(200);
        assertThat(conditions.json().at("/items").toString())
                .isEqualTo("[{\"condition\":\"Payslip of March\",\"met\":false}]");
    }

    @Test
    void aReviewerMayDecline() {
        var story = Story.drafted(door, "12000.00", "8000.00").submit();
        await().untilAsserted(() ->
                assertThat(story.application().at("/subState").asString("")).isEqualTo("REFERRED"));
        var review = review(story);
        door.post("underwriter", "/reviews/" + review + "/claim", "{}").is(200);
        var seen = door.get("underwriter", "/reviews/" + review).is(200);
        door.post("underwriter", "/reviews/" + review + "/decision", """
            {"outcome":"DECLINE","reason":"Payslips are missing","conditions":[],"hash":"%s"}
            """.formatted(seen.text("/hash")))
                .is(200);
        story.reaches("DECLINED");
    }

    private String review(Story story) {
        var found = new String[1];
        await().untilAsserted(() -> {
            var items = door.get("underwriter", "/reviews?state=OPEN")
                    .is(200)
                    .json()
                    .at("/items");
            found[0] = items.valueStream()
                    .filter(item -> item.at("/application").asString("").equals(story.id()))
                    .map(item -> item.at("/id").asString(""))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No open review of " + story.id() + " in " + items));
        });
        return found[0];
    }

    @Test
    void aBankThatDeclinesLeavesNothingReserved() {
        Story.script(door, "{\"on\":\"RequestCredit\",\"nth\":1,\"fault\":\"REJECT\"}");
        var story = Story.drafted(door, "12000.00", "9000.00").submit().reaches("NOT_PLACED");
        await().untilAsserted(() -> assertThat(story.reservation()).isEqualTo("RELEASED"));
        var notice = "/audits/" + story.application().at("/audit").asString("") + "/decisions/1/notice";
        await().untilAsserted(() -> assertThat(door.get("officer", notice).text("/reasons/0/text"))
                .isEqualTo("The lender sandbox did not accept your application, and gives as its reason:"
                        + " REFUSED_BY_BANK"));
    }

    @Test
    void otherTermsThatAreNotTakenAreToldOf() {
        Story.script(door, "{\"on\":\"RequestCredit\",\"nth\":1,\"fault\":\"PARTIAL\"}");
        var story = Story.offered(door);
        assertThat(story.application().at("/subState").asString("")).isEqualTo("COUNTER_OFFERED");
        var notice = "/audits/" + story.application().at("/audit").asString("") + "/decisions/1/notice";
        door.get("officer", notice).refused(409, "no-notice-owed");
        story.withdraw().is(200);
        await().untilAsserted(() ->
                assertThat(door.get("officer", notice).text("/occasion")).isEqualTo("COUNTER_OFFER"));
        assertThat(door.get("officer", notice).text("/reasons/0/text"))
                .isEqualTo("The lender sandbox offered other terms than you asked for");
    }

    @Test
    void aSilentBankIsNeverTakenForADecline() {
        Story.script(door, "{\"on\":\"RequestCredit\",\"nth\":1,\"fault\":\"SILENT\"}");
        var story = Story.drafted(door, "12000.00", "9000.00").submit().reaches("PLACING");
        for (var hours = 0; hours < 30; hours += 6) {
            later(Duration.ofHours(6));
        }
        await().untilAsserted(() -> assertThat(door.get("officer", "/applications/" + story.id() + "/placements")
                        .text("/items/0/state"))
                .isEqualTo("UNKNOWN"));
        assertThat(story.application().at("/state").asString("")).isEqualTo("PLACING");
        assertThat(story.reservation()).isEqualTo("RESERVED");
        nothingIsStuck();
    }

    /** Whatever waits has a saga that will hear of it. */
    private void nothingIsStuck() {
        await().untilAsserted(() -> {
            platform.bean(StuckWorkAudit.class).run();
            assertThat(platform.bean(JdbcClient.class)
                            .sql("select * from runtime.stuck_work")
                            .query()
                            .listOfRows())
                    .isEmpty();
        });
    }

    @Test
    void anOfferThatNobodyTakesExpires() {
        var story = Story.offered(door);
        later(Duration.ofDays(8));
        story.reaches("EXPIRED");
        await().untilAsserted(() -> assertThat(story.reservation()).isEqualTo("RELEASED"));
    }

    @Test
    void aWithdrawalReleasesTheLine() {
        var story = Story.offered(door);
        assertThat(story.withdraw().is(200).text("/state")).isEqualTo("WITHDRAWN");
        await().untilAsserted(() -> assertThat(story.reservation()).isEqualTo("RELEASED"));
        assertThat(story.loan()).isEmpty();
    }

    @Test
    void aWithdrawalFromASilentBankWaitsForItsProof() {
        Story.script(door, "{\"on\":\"RequestCredit\",\"nth\":1,\"fault\":\"SILENT\"}");
        var story = Story.drafted(door, "12000.00", "9000.00").submit().reaches("PLACING");
        story.withdraw().is(200);
        await().untilAsserted(() -> assertThat(story.reservation()).isEqualTo("RELEASED"));
    }

    @Test
    void aYesAfterAWithdrawalGivesTheLineBack() {
        Story.script(door, "{\"on\":\"RequestCredit\",\"nth\":1,\"fault\":\"DELAY\"}");
        var story = Story.drafted(door, "12000.00", "9000.00").submit().reaches("PLACING");
        story.withdraw().is(200);
        await().untilAsserted(() -> assertThat(story.reservation()).isEqualTo("RELEASED"));
        assertThat(story.application().at("/state").asString("")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aPayoutThatTheBankHasNotMadeYetCanBeCancelled() {
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"SILENT\"}");
        var story = Story.offered(door).accept().sign().reaches("PAYING_OUT");
        door.post("officer", "/applications/" + story.id() + "/cancellation", "{\"reason\":\"changed mind\"}")
                .is(200);
        story.reaches("CANCELLED");
        await().untilAsserted(() -> assertThat(story.reservation()).isEqualTo("RELEASED"));
        assertThat(story.payoutsAtTheBank().at("/items").size()).isZero();
    }

    @Test
    void afterThePayoutOrderAWithdrawalIsTooLate() {
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"SILENT\"}");
        var story = Story.offered(door).accept().sign().reaches("PAYING_OUT");
        story.withdraw().refused(409, "payout-instructed");
    }

    @Test
    void aRejectedPayoutIsPaidToACorrectedAccount() {
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"REJECT\"}");
        var story = Story.offered(door).accept().sign().reaches("PAYOUT_FAILED");
        var proposed = door.post(
                        "officer",
                        "/applications/" + story.id() + "/payee",
                        "{\"payoutAccount\":\"6222020200112233453\"}")
                .is(200);
        var hash = proposed.text("/hash");
        door.post("officer", "/applications/" + story.id() + "/payee/approval", "{\"hash\":\"%s\"}".formatted(hash))
                .is(403);
        door.post("operations", "/applications/" + story.id() + "/payee/approval", "{\"hash\":\"%s\"}".formatted(hash))
                .is(200);
        story.reaches("FUNDED");
    }

    @Test
    void aPayoutWhoseAnswerIsLostIsAskedForAndPaidOnce() {
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"TIMEOUT_AFTER_SUCCESS\"}");
        var story = Story.offered(door).accept().sign();
        await().untilAsserted(() -> {
            later(Duration.ofMinutes(5));
            assertThat(story.application().at("/state").asString("")).isEqualTo("FUNDED");
        });
        assertThat(story.payoutsAtTheBank().at("/items").size()).isOne();
    }

    @Test
    void aDebitIsCollectedThroughTheBank() {
        var story = Story.funded(door);
        var first = door.get("operations", "/loans/" + story.loan() + "/schedule")
                .json()
                .at("/rows/1");
        later(Duration.between(platform.now(), Instant.parse(first.at("/due").asString("") + "T02:00:00Z")));
        door.post("operations", "/loans/" + story.loan() + "/collections", """
            {"amount":{"amount":"%s","currency":"CNY"},"due":"%s"}
            """.formatted(
                        first.at("/total").asString(""), first.at("/due").asString("")))
                .is(201);
        await().untilAsserted(() -> assertThat(door.get("operations", "/loans/" + story.loan() + "/transactions")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/source").asString("")))
                .contains("DIRECT_DEBIT"));
    }
}
