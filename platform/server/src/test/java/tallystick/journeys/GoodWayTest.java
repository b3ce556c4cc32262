package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

/** From first keystroke to the last cent, on one node and on two. */
class GoodWayTest {
    private static Platform platform;
    private static Platform other;

    @BeforeAll
    static void start() {
        var database = TestDatabase.empty();
        platform = Platform.start(database);
        other = Platform.start(database);
    }

    @AfterAll
    static void stop() {
        other.close();
        platform.close();
    }

    @Test
    void aLoanIsAppliedForPaidOutAndPaidBack() {
        var door = platform.door();
        var story = Story.drafted(door, "12000.00", "9000.00");
        assertThat(story.application().at("/state").asString("")).isEqualTo("DRAFT");
        story.submit().reaches("OFFERED");
        var offer =
                door.get("officer", "/applications/" + story.id() + "/offers/1").json();
        assertThat(offer.at("/rows/1/total").asString(""))
                .isEqualTo(offer.at("/rows/2/total").asString(""));
        assertThat(offer.at("/terms/annualRate").asString("")).isEqualTo("0.12");
        assertThat(offer.at("/totals/principal").asString("")).isEqualTo("12000.00");

        story.accept().sign().reaches("FUNDED");
        var loan = story.seenLoan();
        assertThat(loan.at("/state").asString("")).isEqualTo("ACTIVE");
        assertThat(loan.at("/outstanding/principal").asString("")).isEqualTo("12000.00");
        assertThat(story.payoutsAtTheBank().at("/items").size()).isOne();
        assertThat(story.payoutsAtTheBank().at("/items/0/amount/amount").asString(""))
                .isEqualTo("12000.00");
        assertThat(story.reservation()).isEqualTo("CONFIRMED");

        paysBack(door, story.loan());
        balances(door, story.loan());
    }

    /** Every instalment on its day, as the bank reports it. */
    private static void paysBack(Door door, String loan) {
        var rows = door.get("operations", "/loans/" + loan + "/schedule")
                .is(200)
                .json()
                .at("/rows");
        reaches(rows.get(rows.size() - 1).at("/due").asString(""));
        rows.valueStream()
                .filter(row -> row.at("/type").asString("").equals("INSTALLMENT"))
                .forEach(row -> door.post("bank", "/sandbox/payments", """
                    {"loan":"%s","amount":{"amount":"%s","currency":"CNY"},"date":"%s"}
                    """.formatted(
                                        loan,
                                        row.at("/total").asString(""),
                                        row.at("/due").asString("")))
                        .is(202));
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("operations", "/loans/" + loan)
                                .json()
                                .at("/state")
                                .asString(""))
                        .isEqualTo("PAID_OFF"));
    }

    /** On every node: none takes money that is dated after its own day. */
    private static void reaches(String day) {
        var noon = LocalDate.parse(day)
                .atTime(12, 0)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        Story.moveClock(platform.door(), noon);
        Awaitility.await()
                .until(() -> Stream.of(platform, other)
                        .noneMatch(node -> node.bean(Clock.class).instant().isBefore(noon)));
    }

    private static void balances(Door door, String loan) {
        Awaitility.await().untilAsserted(() -> {
            var journals = door.get("finance", "/ledger/journals?loan=" + loan + "&limit=200")
                    .is(200)
                    .json()
                    .at("/items");
            assertThat(journals.size()).isGreaterThanOrEqualTo(4);
            var sum = journals.valueStream()
                    .flatMap(journal -> journal.at("/postings").valueStream())
                    .map(posting -> new BigDecimal(posting.at("/amount/amount").asString("0"))
                            .multiply(
                                    posting.at("/side").asString("").equals("DEBIT")
                                            ? BigDecimal.ONE
                                            : BigDecimal.ONE.negate()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo("0");
        });
        var trial = door.get("finance", "/ledger/trial-balance").is(200);
        assertThat(trial.text("/currencies/0/debit")).isEqualTo(trial.text("/currencies/0/credit"));
    }

    @Test
    void oneNodeTakesItInAndTheOtherCarriesItOn() {
        var story = Story.offered(platform.door()).through(other.door()).accept();
        story.through(platform.door()).sign().reaches("FUNDED");
        assertThat(story.payoutsAtTheBank().at("/items").size()).isOne();
    }

    @Test
    void aRepeatedSignatureSignsOnce() {
        var story = Story.offered(platform.door()).accept();
        var contract = platform.door()
                .get("officer", "/applications/" + story.id() + "/contract")
                .is(200);
        var key = UUID.randomUUID().toString();
        var body = """
            {"document":"%s","signer":"%s","method":"COUNTER"}
            """.formatted(contract.text("/document"), contract.text("/signers/0/party"));
        var path = "/applications/" + story.id() + "/contract/signature";
        var first = platform.door()
                .post("officer", path, body, "Idempotency-Key", key)
                .is(200);
        var again =
                other.door().post("officer", path, body, "Idempotency-Key", key).is(200);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        platform.door().post("officer", path, body).refused(409, "already-signed");
        story.reaches("FUNDED");
        assertThat(story.payoutsAtTheBank().at("/items").size()).isOne();
    }

    /** The list is written beside: it may be a moment behind the application. */
    @Test
    void theTimelineTellsTheWholeStory() {
        var story = Story.funded(platform.door());
        Awaitility.await()
                .untilAsserted(() -> assertThat(timeline(story, "what"))
                        .contains(
                                "DraftStarted",
                                "ApplicationSubmitted",
                                "ApplicationApproved",
                                "OfferMade",
                                "ApplicationFunded"));
        assertThat(timeline(story, "text")).noneMatch(String::isBlank);
    }

    private static List<String> timeline(Story story, String member) {
        return platform.door()
                .get("officer", "/applications/" + story.id() + "/timeline?limit=100")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/" + member).asString(""))
                .toList();
    }
}
