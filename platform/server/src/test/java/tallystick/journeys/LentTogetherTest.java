package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Two banks lend one loan, each its share out of a line of its own: both of them, or neither. */
class LentTogetherTest {
    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(
                TestDatabase.empty(),
                "--tallystick.banks.west.adapter=sandbox",
                "--tallystick.banks.west.secret=whsec_MDEyMzQ1Njc4OWFiY2RlZg==");
        door = platform.door();
        door.post("operations", "/banks/sandbox/programmes", """
            {"id":"together","product":"cash-loan","amount":{"min":"1000.00","max":"50000.00"},"count":{"min":3,"max":24},
             "annualRate":"0.11","regions":["*"],"hours":null,"quota":null,"share":"0.7","fundingLine":"together",
             "capital":"1000000.00",
             "partners":[{"bank":"west","share":"0.3","fundingLine":"together-west","capital":"100000.00"}]}
            """).is(201);
        line("together", "sandbox", "100000.00");
        line("together-west", "west", "10000.00");
        await().untilAsserted(() -> assertThat(door.get("operations", "/banks/sandbox/programmes/together")
                        .text("/state"))
                .isEqualTo("ACTIVE"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static void line(String name, String bank, String limit) {
        door.post("operations", "/funding-lines", """
            {"id":"%s","bank":"%s","programme":"together","currency":"CNY","limit":"%s","reservationValidFor":"PT30M"}
            """.formatted(name, bank, limit))
                .is(201);
        door.post("operations2", "/funding-lines/" + name + "/approval", "{}").is(200);
    }

    private static String used(String line) {
        var seen = door.get("operations", "/funding-lines/" + line).is(200);
        return seen.text("/reserved") + " " + seen.text("/confirmed");
    }

    private static JsonNode placement(Story story, String programme) {
        return door.get("officer", "/applications/" + story.id() + "/placements")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/programme").asString("").equals(programme))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachPaysItsShareAndGetsItsPartOfWhatComesBack() {
        var before = used("together");
        var sandboxHad = balance("books-sandbox");
        var westHad = balance("books-west");
        var story = Story.offered(door);
        assertThat(placement(story, "together").at("/shares").toString())
                .isEqualTo("[{\"bank\":\"sandbox\",\"share\":\"0.7\"},{\"bank\":\"west\",\"share\":\"0.3\"}]");
        assertThat(used("together")).isNotEqualTo(before);
        story.accept().sign().reaches("FUNDED");
        assertThat(payouts(story)).isEqualTo("sandbox 8400.00 CONFIRMED, west 3600.00 CONFIRMED");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("ACTIVE");
        assertThat(door.get("finance", "/loans/" + story.loan() + "/owners")
                        .is(200)
                        .json()
                        .toString())
                .contains("books-sandbox", "books-west");

        var due = door.get("operations", "/loans/" + story.loan() + "/schedule")
                .json()
                .at("/rows/1/total")
                .asString("");
        door.post("operations", "/loans/" + story.loan() + "/repayments", """
            {"amount":{"amount":"%s","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
            """.formatted(
                                due, story.seenLoan().at("/asOf").asString("")))
                .is(201);
        var left = new BigDecimal(story.seenLoan().at("/outstanding/principal").asString(""));
        await().untilAsserted(() -> {
            var sandbox = balance("books-sandbox").subtract(sandboxHad);
            var west = balance("books-west").subtract(westHad);
            assertThat(sandbox.add(west)).isEqualByComparingTo(left);
            assertThat(sandbox.subtract(left.multiply(new BigDecimal("0.7"))).abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.01"));
        });
        for (var books : new String[] {"books-own", "books-sandbox", "books-west"}) {
            door.get("finance", "/ledger/trial-balance?books=" + books)
                    .is(200)
                    .json()
                    .at("/currencies")
                    .forEach(sums -> assertThat(sums.at("/debit").asString(""))
                            .as(books)
                            .isEqualTo(sums.at("/credit").asString("")));
        }
    }

    private static String payouts(Story story) {
        return door.get("operations", "/instructions?loan=" + story.loan())
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/kind").asString("").equals("PayOut"))
                .map(item -> "%s %s %s"
                        .formatted(
                                item.at("/bank").asString(""),
                                item.at("/amount/amount").asString(""),
                                item.at("/state").asString("")))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal balance(String books) {
        var found = door.get("finance", "/ledger/accounts/1100-loans?books=" + books)
                .is(200)
                .text("/balances/0/balance");
        return new BigDecimal(found.isEmpty() ? "0" : found);
    }

    /** The sandbox says no to an amount that ends in 13 cents: the second bank's share does. */
    @Test
    void theNoOfOneIsTheNoOfAllAndTheNextIsAsked() {
        var story = Story.offered(door, "12000.43");
        assertThat(placement(story, "together").at("/state").asString("")).isEqualTo("DECLINED");
        assertThat(placement(story, "sandbox-cash").at("/state").asString("")).isEqualTo("CONFIRMED");
        for (var line : new String[] {"together", "together-west"}) {
            await().untilAsserted(() -> assertThat(
                            door.get("operations", "/funding-lines/" + line + "/reservations?application=" + story.id())
                                    .text("/items/0/state"))
                    .isEqualTo("RELEASED"));
        }
    }

    /** The sandbox does not pay an amount that ends in 23 cents, whoever gets it: here the second bank's share. */
    @Test
    void ofAShareThatIsNotPaidTheOtherIsNotPaidAgain() {
        var had = balance("books-sandbox");
        var story = Story.offered(door, "12000.75").accept().sign().reaches("PAYOUT_FAILED");
        var payee = "/applications/" + story.id() + "/payee";
        var hash = door.post("officer", payee, "{\"payoutAccount\":\"6222020200112233453\"}")
                .is(200)
                .text("/hash");
        door.post("operations", payee + "/approval", "{\"hash\":\"%s\"}".formatted(hash))
                .is(200);
        await().untilAsserted(() -> assertThat(payouts(story))
                .isEqualTo("sandbox 8400.52 CONFIRMED, west 3600.23 REJECTED, west 3600.23 REJECTED"));
        story.reaches("PAYOUT_FAILED");
        door.post("officer", "/applications/" + story.id() + "/cancellation", "{\"reason\":\"no car\"}")
                .is(200);
        story.reaches("PAYOUT_FAILED");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PARTLY_PAID_OUT");
        await().untilAsserted(
                        () -> assertThat(balance("books-sandbox").subtract(had)).isEqualByComparingTo("8400.52"));
    }

    /** Of 40,000.00 at 0.3 the line of the second bank has not enough. */
    @Test
    void whatOneCannotLendNobodyReserves() {
        var story = Story.drafted(door, "40000.00", "90000.00").submit().reaches("OFFERED");
        assertThat(placement(story, "together").at("/skipped/0/code").asString(""))
                .isEqualTo("LINE_EXHAUSTED");
        assertThat(door.get("operations", "/funding-lines/together/reservations?application=" + story.id())
                        .text("/items/0/state"))
                .isEqualTo("RELEASED");
    }
}
