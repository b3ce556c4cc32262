package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** What stops a loan after it was agreed: a bank that takes its yes back, a hold, conditions that are not met. */
class TakenBackTest {
    private Platform platform;
    private Door door;

    @BeforeEach
    void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aBankThatTakesItsYesBackLeavesTheLineFreeAndAsksTheNext() {
        Story.script(door, "{\"on\":\"RequestCredit\",\"nth\":1,\"fault\":\"LATE_RETURN\"}");
        var story = Story.drafted(door, "12000.00", "9000.00").submit().reaches("OFFERED");
        Story.moveClock(door, Instant.now().plusSeconds(60));
        story.reaches("NOT_PLACED");
        assertThat(door.get("officer", "/applications/" + story.id() + "/offers/1")
                        .text("/state"))
                .isEqualTo("WITHDRAWN");
        Awaitility.await().untilAsserted(() -> assertThat(story.reservation()).isEqualTo("RELEASED"));
    }

    /** The sandbox agrees to less, at another rate, where an amount ends in 17 cents. */
    @Test
    void otherTermsGoBackToTheApplicantAndAWithdrawalEndsThePlacement() {
        var story = Story.offered(door, "12000.17");
        var placement = "/applications/" + story.id() + "/placements";
        assertThat(door.get("officer", placement).text("/items/0/bankTerms/amount/amount"))
                .isEqualTo("10800.00");
        assertThat(door.get("officer", "/applications/" + story.id() + "/offers/1")
                        .text("/terms/principal/amount"))
                .isEqualTo("10800.00");
        story.withdraw().is(200);
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("officer", placement).text("/items/0/state"))
                        .isEqualTo("CANCELLED"));
    }

    /** A line that was told where the money is has nothing left to settle. */
    private boolean isSettled(Story story) {
        return platform.bean(JdbcClient.class)
                .sql("select settled from application.reservations_v1 where application = ?")
                .param(story.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void aPayoutThatComesBackIsPaidAgainOrCancelled() {
        var again = returned();
        var payee = "/applications/" + again.id() + "/payee";
        var hash = door.post("officer", payee, "{\"payoutAccount\":\"6222020200112233453\"}")
                .is(200)
                .text("/hash");
        door.post("operations", payee + "/approval", "{\"hash\":\"%s\"}".formatted(hash))
                .is(200);
        Awaitility.await().until(() -> isSettled(again));
        again.reaches("FUNDED");
        assertThat(again.seenLoan().at("/state").asString("")).isEqualTo("ACTIVE");

        var ended = returned();
        door.post("officer", "/applications/" + ended.id() + "/withdrawal", "{\"reason\":\"no car\"}")
                .refused(409, "payout-instructed");
        door.post("officer", "/applications/" + ended.id() + "/cancellation", "{\"reason\":\"no car\"}")
                .is(200);
        ended.reaches("CANCELLED");
        assertThat(ended.seenLoan().at("/state").asString("")).isEqualTo("CANCELLED");
        Awaitility.await().untilAsserted(() -> assertThat(ended.reservation()).isEqualTo("RELEASED"));
    }

    /** A loan was active, and then its payout came back. */
    private Story returned() {
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"LATE_RETURN\"}");
        var story = Story.funded(door);
        Story.moveClock(door, platform.bean(java.time.Clock.class).instant().plusSeconds(60));
        Awaitility.await()
                .until(() -> story.application().at("/state").asString("").equals("PAYOUT_FAILED"));
        return story;
    }

    @Test
    void aHoldLetsPeopleSignAndStopsTheMoney() {
        var story = Story.offered(door).accept();
        door.post("officer", "/applications/" + story.id() + "/hold", "{\"reason\":\"RAIN\"}")
                .refused(400, "malformed");
        door.post("officer", "/applications/" + story.id() + "/hold", "{\"reason\":\"DISPUTE\"}")
                .is(200);
        story.sign().reaches("CONTRACTED");
        assertThat(story.application().at("/waitingFor").asString("")).isEqualTo("OFFICER");
        door.post("officer", "/applications/" + story.id() + "/hold-release", "{\"reason\":\"settled\"}")
                .refused(403, "forbidden");
        door.post("senior-underwriter", "/applications/" + story.id() + "/hold-release", "{\"reason\":\"settled\"}")
                .is(200);
        story.reaches("FUNDED");
        assertThat(story.payoutsAtTheBank().at("/items").size()).isOne();
    }

    @Test
    void nothingIsSignedWhileAConditionIsOpen() {
        var seen = door.get("operations", "/products/cash-loan").is(200);
        var next = seen.response()
                .body()
                .replace("\"conditions\":[]", "\"conditions\":[\"INSURED\"]")
                .replaceAll(",\"version\".*", "}");
        var proposed = door.put("operations", "/products/cash-loan", next, "If-Match", seen.header("ETag"))
                .is(200);
        door.post(
                        "operations2",
                        "/products/cash-loan/versions/2/approval",
                        "{\"hash\":\"%s\"}".formatted(proposed.text("/hash")))
                .is(200);
        var story = Story.offered(door).accept();
        var contract =
                door.get("officer", "/applications/" + story.id() + "/contract").is(200);
        var signature = "{\"document\":\"%s\",\"signer\":\"%s\",\"method\":\"COUNTER\"}"
                .formatted(contract.text("/document"), contract.text("/signers/0/party"));
        door.post("officer", "/applications/" + story.id() + "/contract/signature", signature)
                .refused(409, "conditions-open");
        var conditions = "/applications/" + story.id() + "/conditions";
        assertThat(door.get("officer", conditions).is(200).text("/items/0/met")).isEqualTo("false");
        door.post("officer", conditions, "{\"condition\":\"PAINTED\",\"evidence\":\"x\"}")
                .refused(409, "condition-unknown");
        door.post("officer", conditions, "{\"condition\":\"INSURED\",\"evidence\":\"policy-17\"}")
                .is(200);
        story.sign().reaches("FUNDED");
    }
}
