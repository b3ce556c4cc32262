package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One of two lenders pays its share and the other does not: somebody stands in, the loan is smaller, or what was paid goes back. */
class PaidInPartTest {
    private static final String PDF = "%PDF-1.7\nsigned again, for less\n%%EOF";
    private static ThreeBanks banks;

    @BeforeAll
    static void start() {
        banks = ThreeBanks.start();
    }

    @AfterAll
    static void stop() {
        banks.close();
    }

    @AfterEach
    void noFaults() {
        banks.noFaults();
    }

    private static void stoodBy(String name, String amount) {
        banks.three(name, amount);
        banks.fault("west", "PayOut", "REJECT");
    }

    private static void later(Duration by) {
        var now = banks.platform().bean(InstantSource.class).instant();
        Story.moveClock(banks.door(), now.plus(by));
    }

    private static void tells(Story story, String what) {
        await().untilAsserted(() -> assertThat(banks.door()
                        .get("officer", "/applications/" + story.id() + "/timeline")
                        .response()
                        .body())
                .contains(what));
    }

    /** The one that stands by agrees to the share, pays it and has it from then on. */
    @Test
    void whatAPartnerDoesNotPayIsLentByWhoStandsBy() {
        stoodBy("stood-by", "5000.00");
        var westHad = banks.balance("books-west");
        var eastHad = banks.balance("books-east");
        var story = Story.offered(banks.door(), "5000.00").accept().sign().reaches("FUNDED");
        assertThat(banks.payouts(story))
                .isEqualTo("east 1500.00 CONFIRMED, sandbox 3500.00 CONFIRMED, west 1500.00 REJECTED");
        assertThat(banks.placement(story, "stood-by").at("/shares").toString())
                .isEqualTo("[{\"bank\":\"sandbox\",\"share\":\"0.7\"},{\"bank\":\"east\",\"share\":\"0.3\"}]");
        await().untilAsserted(() -> assertThat(
                        banks.placement(story, "stood-by").at("/state").asString(""))
                .isEqualTo("CONFIRMED"));
        banks.uses("stood-by-west", "0.00");
        banks.uses("stood-by-east", "1500.00");
        await().untilAsserted(() ->
                assertThat(banks.balance("books-east").subtract(eastHad)).isEqualByComparingTo("1500.00"));
        assertThat(banks.balance("books-west")).isEqualByComparingTo(westHad);
        assertThat(banks.door()
                        .get("finance", "/loans/" + story.loan() + "/owners")
                        .is(200)
                        .json()
                        .toString())
                .contains("books-sandbox", "books-east")
                .doesNotContain("books-west");
    }

    /** Then somebody has to look, as where nobody stands by. */
    @Test
    void whoStandsByMaySayNo() {
        stoodBy("refused", "5500.00");
        banks.fault("east", "RequestCredit", "REJECT");
        var story = Story.offered(banks.door(), "5500.00").accept().sign().reaches("PAYOUT_FAILED");
        assertThat(banks.payouts(story)).isEqualTo("sandbox 3850.00 CONFIRMED, west 1650.00 REJECTED");
        banks.uses("refused-east", "0.00");
        banks.uses("refused-west", "1650.00");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PARTLY_PAID_OUT");
    }

    /** Nobody who wants to stop gets another lender: who was asked is told so, and what is proven dead goes no further. */
    @Test
    void whoStandsByIsNotWaitedForByWhoStops() {
        stoodBy("stopped", "5250.00");
        banks.fault("east", "RequestCredit", "SILENT");
        var story = Story.offered(banks.door(), "5250.00").accept().sign();
        var path = "/applications/" + story.id();
        await().untilAsserted(() -> assertThat(banks.door()
                        .get("officer", path + "/timeline")
                        .response()
                        .body())
                .contains("A lender did not pay its share; east is asked to"));
        banks.door()
                .post("officer", path + "/cancellation", "{\"reason\":\"no car\"}")
                .is(200);
        story.reaches("PAYOUT_FAILED");
        banks.uses("stopped-east", "0.00");
        assertThat(banks.payouts(story)).isEqualTo("sandbox 3675.00 CONFIRMED, west 1575.00 REJECTED");
    }

    /** Its silence is no answer. After a while it is told to stop, and what it says to that is one. */
    @Test
    void whoStandsByIsNotWaitedForForEver() {
        stoodBy("silent", "5750.00");
        banks.fault("east", "RequestCredit", "SILENT");
        var story = Story.offered(banks.door(), "5750.00").accept().sign();
        tells(story, "A lender did not pay its share; east is asked to");
        banks.uses("silent-east", "1725.00");
        later(Duration.ofHours(3));
        story.reaches("PAYOUT_FAILED");
        tells(story, "Who stands by has not answered; it is told to stop");
        banks.uses("silent-east", "0.00");
    }

    /** Of which the bank of the programme has paid seven tenths. */
    private static Story paidInPart(String name, String amount) {
        banks.two(name, amount);
        banks.fault("west", "PayOut", "REJECT");
        var story = Story.offered(banks.door(), amount).accept().sign().reaches("PAYOUT_FAILED");
        await().untilAsserted(() ->
                assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PARTLY_PAID_OUT"));
        return story;
    }

    private static Door.Answer offerSmaller(Story story) {
        return banks.door().post("operations", path(story) + "/smaller-loan", "{\"reason\":\"west does not pay\"}");
    }

    private static String path(Story story) {
        return "/applications/" + story.id();
    }

    private static Door.Answer agree(Story story, String consent) {
        var hash =
                banks.door().get("officer", path(story) + "/offers/2").is(200).text("/hash");
        var body = "{\"hash\":\"%s\",\"consents\":[\"%s\"]}".formatted(hash, consent);
        return banks.door().post("officer", path(story) + "/smaller-loan/agreement", body);
    }

    private static String attached(Story story) {
        var documents = path(story) + "/documents";
        banks.door()
                .post("officer", documents + "/SMALLER_LOAN_CONSENT", PDF, "Content-Type", "application/pdf")
                .is(200);
        return banks.door().get("officer", documents).is(200).text("/items/0/hash");
    }

    @Test
    void theApplicantMayTakeWhatIsPaid() {
        var had = banks.balance("books-sandbox");
        var westHad = banks.balance("books-west");
        var story = paidInPart("smaller", "4000.00");
        var offered = offerSmaller(story).is(200);
        assertThat(offered.text("/waitingFor")).isEqualTo("APPLICANT");
        var offer = banks.door().get("officer", path(story) + "/offers/2").is(200);
        assertThat(offer.text("/state")).isEqualTo("OPEN");
        assertThat(offer.text("/terms/principal/amount")).isEqualTo("2800.00");
        var signed = banks.door().get("officer", path(story) + "/contract").text("/document");
        agree(story, "0".repeat(64)).refused(409, "consent-not-attached");
        agree(story, attached(story)).is(200);
        story.reaches("FUNDED");
        assertThat(banks.payouts(story)).isEqualTo("sandbox 2800.00 CONFIRMED, west 1200.00 REJECTED");
        assertThat(story.seenLoan().at("/outstanding/principal").asString("")).isEqualTo("2800.00");
        assertThat(banks.door().get("officer", path(story) + "/contract").text("/document"))
                .isNotEqualTo(signed);
        assertThat(banks.door().get("officer", path(story) + "/offers/1").text("/state"))
                .isEqualTo("REPLACED");
        assertThat(banks.placement(story, "smaller").at("/shares").toString())
                .isEqualTo("[{\"bank\":\"sandbox\",\"share\":\"1\"}]");
        banks.uses("smaller-west", "0.00");
        banks.uses("smaller", "2800.00");
        await().untilAsserted(() ->
                assertThat(banks.balance("books-sandbox").subtract(had)).isEqualByComparingTo("2800.00"));
        assertThat(banks.balance("books-west")).isEqualByComparingTo(westHad);
        assertThat(banks.door()
                        .get("finance", "/loans/" + story.loan() + "/owners")
                        .response()
                        .body())
                .contains("books-sandbox")
                .doesNotContain("books-west");
        agree(story, attached(story)).refused(409, "no-smaller-loan");
    }

    /** 840.00 would be paid of 1,200.00. */
    @Test
    void soSmallALoanMayNotBeAllowed() {
        var story = paidInPart("tiny", "1200.00");
        assertThat(offerSmaller(story).refused(409, "smaller-loan-not-allowed").text("/detail"))
                .contains("CNY 840.00 would be lent; the product lends from 1000.00");
    }

    private static void nothingIsLeft(Story story, String line) {
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("CANCELLED");
        assertThat(banks.payouts(story)).contains("RETURNED").doesNotContain("CONFIRMED");
        banks.uses(line, "0.00");
        banks.uses(line + "-west", "0.00");
    }

    @Test
    void withoutAnAnswerInTimeWhatWasPaidGoesBack() {
        var had = banks.balance("books-sandbox");
        var story = paidInPart("lapsed", "4100.00");
        offerSmaller(story).is(200);
        banks.fault("sandbox", "Cancel", "LATE_RETURN");
        later(Duration.ofDays(8));
        story.reaches("CANCELLED");
        tells(story, "What was paid is asked back from sandbox");
        nothingIsLeft(story, "lapsed");
        await().untilAsserted(() -> assertThat(banks.balance("books-sandbox")).isEqualByComparingTo(had));
    }

    /** A bank may be past that: then people go on, and may ask again. */
    @Test
    void whatABankCannotGetBackIsNotForgotten() {
        var story = paidInPart("kept", "4200.00");
        var cancellation = path(story) + "/cancellation";
        banks.door().post("officer", cancellation, "{\"reason\":\"no car\"}").is(200);
        tells(story, "sandbox cannot get back what it has paid: TOO_LATE");
        story.reaches("PAYOUT_FAILED");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PARTLY_PAID_OUT");
        banks.uses("kept", "2940.00");
        banks.fault("sandbox", "Cancel", "LATE_RETURN");
        banks.door()
                .post("officer", cancellation, "{\"reason\":\"it is back\"}")
                .is(200);
        story.reaches("CANCELLED");
        nothingIsLeft(story, "kept");
    }
}
