package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two banks lend one loan, each its share out of a line of its own: both of them, or neither. */
class LentTogetherTest {
    private static ThreeBanks banks;

    @BeforeAll
    static void start() {
        banks = ThreeBanks.start();
        banks.programme(
                "together", "sandbox", "10000.00", "50000.00", "1000000.00", ThreeBanks.partner("together", "west"));
        banks.line("together", "together", "sandbox", "100000.00");
        banks.line("together", "together-west", "west", "10000.00");
        banks.active("together", "sandbox");
    }

    @AfterAll
    static void stop() {
        banks.close();
    }

    @Test
    void eachPaysItsShareAndGetsItsPartOfWhatComesBack() {
        var sandboxLent = banks.used("together");
        var westLent = banks.used("together-west");
        var sandboxHad = banks.balance("books-sandbox");
        var westHad = banks.balance("books-west");
        var story = Story.offered(banks.door());
        assertThat(banks.placement(story, "together").at("/shares").toString())
                .isEqualTo("[{\"bank\":\"sandbox\",\"share\":\"0.7\"},{\"bank\":\"west\",\"share\":\"0.3\"}]");
        assertThat(banks.used("together").subtract(sandboxLent)).isEqualTo("8400.00");
        assertThat(banks.used("together-west").subtract(westLent)).isEqualTo("3600.00");
        story.accept().sign().reaches("FUNDED");
        assertThat(banks.payouts(story)).isEqualTo("sandbox 8400.00 CONFIRMED, west 3600.00 CONFIRMED");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("ACTIVE");
        assertThat(banks.door()
                        .get("finance", "/loans/" + story.loan() + "/owners")
                        .is(200)
                        .json()
                        .toString())
                .contains("books-sandbox", "books-west");

        var due = banks.door()
                .get("operations", "/loans/" + story.loan() + "/schedule")
                .json()
                .at("/rows/1/total")
                .asString("");
        banks.door()
                .post("operations", "/loans/" + story.loan() + "/repayments", """
                    {"amount":{"amount":"%s","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
                    """.formatted(
                                due, story.seenLoan().at("/asOf").asString("")))
                .is(201);
        var left = new BigDecimal(story.seenLoan().at("/outstanding/principal").asString(""));
        await().untilAsserted(() -> {
            var sandbox = banks.balance("books-sandbox").subtract(sandboxHad);
            var west = banks.balance("books-west").subtract(westHad);
            assertThat(sandbox.add(west)).isEqualByComparingTo(left);
            assertThat(sandbox.subtract(left.multiply(new BigDecimal("0.7"))).abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.01"));
        });
        for (var books : new String[] {"books-own", "books-sandbox", "books-west"}) {
            banks.door()
                    .get("finance", "/ledger/trial-balance?books=" + books)
                    .is(200)
                    .json()
                    .at("/currencies")
                    .forEach(sums -> assertThat(sums.at("/debit").asString(""))
                            .as(books)
                            .isEqualTo(sums.at("/credit").asString("")));
        }
    }

    /** The sandbox says no to an amount that ends in 13 cents: the second bank's share does. */
    @Test
    void theNoOfOneIsTheNoOfAllAndTheNextIsAsked() {
        var story = Story.offered(banks.door(), "12000.43");
        assertThat(banks.placement(story, "together").at("/state").asString("")).isEqualTo("DECLINED");
        await().untilAsserted(() -> assertThat(
                        banks.placement(story, "sandbox-cash").at("/state").asString(""))
                .isEqualTo("CONFIRMED"));
        await().untilAsserted(() ->
                assertThat(whoSaidNoTo(story)).as("who is named in a notice").isEqualTo("west"));
        for (var line : new String[] {"together", "together-west"}) {
            await().untilAsserted(() -> assertThat(banks.door()
                            .get("operations", "/funding-lines/" + line + "/reservations?application=" + story.id())
                            .text("/items/0/state"))
                    .isEqualTo("RELEASED"));
        }
    }

    private static String whoSaidNoTo(Story story) {
        return banks.platform()
                .bean(JdbcClient.class)
                .sql("select array_to_string(lenders, ' ') from audit.lenders_noes_v1 where application = ?")
                .param(story.id())
                .query(String.class)
                .single();
    }

    /** The sandbox does not pay an amount that ends in 23 cents, whoever gets it: here the second bank's share. */
    @Test
    void ofAShareThatIsNotPaidTheOtherIsNotPaidAgain() {
        var had = banks.balance("books-sandbox");
        var story = Story.offered(banks.door(), "12000.75").accept().sign().reaches("PAYOUT_FAILED");
        var payee = "/applications/" + story.id() + "/payee";
        var hash = banks.door()
                .post("officer", payee, "{\"payoutAccount\":\"6222020200112233453\"}")
                .is(200)
                .text("/hash");
        banks.door()
                .post("operations", payee + "/approval", "{\"hash\":\"%s\"}".formatted(hash))
                .is(200);
        await().untilAsserted(() -> assertThat(banks.payouts(story))
                .isEqualTo("sandbox 8400.52 CONFIRMED, west 3600.23 REJECTED, west 3600.23 REJECTED"));
        story.reaches("PAYOUT_FAILED");
        banks.door()
                .post("officer", "/applications/" + story.id() + "/cancellation", "{\"reason\":\"no car\"}")
                .is(200);
        story.reaches("PAYOUT_FAILED");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PARTLY_PAID_OUT");
        await().untilAsserted(() ->
                assertThat(banks.balance("books-sandbox").subtract(had)).isEqualByComparingTo("8400.52"));
    }

    /** Of 40,000.00 at 0.3 the line of the second bank has not enough. */
    @Test
    void whatOneCannotLendNobodyReserves() {
        var story = Story.drafted(banks.door(), "40000.00", "90000.00").submit().reaches("OFFERED");
        assertThat(banks.placement(story, "together").at("/skipped/0/code").asString(""))
                .isEqualTo("LINE_EXHAUSTED");
        assertThat(banks.door()
                        .get("operations", "/funding-lines/together/reservations?application=" + story.id())
                        .text("/items/0/state"))
                .isEqualTo("RELEASED");
    }

    /** Nobody is asked for it; the bank pays both out. */
    @Test
    void aShareMayBeOurs() {
        banks.programme("ours-too", "sandbox", "6000.00", "6000.00", "1000000.00", """
            "partners":[{"bank":"own","share":"0.3","fundingLine":"ours-too-own"}]
            """);
        banks.line("ours-too", "ours-too", "sandbox", "10000.00");
        banks.line("ours-too", "ours-too-own", "own", "10000.00");
        banks.active("ours-too", "sandbox");
        var weHad = banks.balance("books-own");
        var sandboxHad = banks.balance("books-sandbox");
        var story = Story.offered(banks.door(), "6000.00").accept().sign().reaches("FUNDED");
        assertThat(banks.payouts(story)).isEqualTo("sandbox 6000.00 CONFIRMED");
        banks.uses("ours-too", "4200.00");
        banks.uses("ours-too-own", "1800.00");
        await().untilAsserted(() -> {
            assertThat(banks.balance("books-own").subtract(weHad)).isEqualByComparingTo("1800.00");
            assertThat(banks.balance("books-sandbox").subtract(sandboxHad)).isEqualByComparingTo("4200.00");
        });
    }
}
