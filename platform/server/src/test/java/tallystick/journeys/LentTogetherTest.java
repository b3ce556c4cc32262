package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Two banks lend one loan, each its share out of a line of its own: both of them, or neither. */
class LentTogetherTest {
    private static final int FIT = 5;
    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(
                TestDatabase.empty(),
                "--tallystick.http.read-your-writes=60s", // Of so many at once nobody is told to come back.
                "--tallystick.banks.west.adapter=sandbox",
                "--tallystick.banks.west.secret=whsec_MDEyMzQ1Njc4OWFiY2RlZg==",
                "--tallystick.banks.east.adapter=sandbox",
                "--tallystick.banks.east.secret=whsec_MDEyMzQ1Njc4OWFiY2RlZg==");
        door = platform.door();
        programme("together", "sandbox", "10000.00", "50000.00", "1000000.00", partner("together", "west"));
        line("together", "together", "sandbox", "100000.00");
        line("together", "together-west", "west", "10000.00");
        active("together", "sandbox");
    }

    /**
     * Seven tenths are lent by its bank, out of a line that is called like the programme.
     *
     * @param more who lends the rest, and what else is to be said
     */
    private static void programme(String name, String bank, String min, String max, String capital, String more) {
        door.post("operations", "/banks/" + bank + "/programmes", """
            {"id":"%s","product":"cash-loan","amount":{"min":"%s","max":"%s"},"count":{"min":3,"max":24},
             "annualRate":"0.11","regions":["*"],"hours":null,"share":"0.7","fundingLine":"%s","capital":"%s",%s}
            """.formatted(name, min, max, name, capital, more))
                .is(201);
    }

    private static String partner(String programme, String bank) {
        return """
            "partners":[{"bank":"%s","share":"0.3","fundingLine":"%s-%s","capital":"100000.00"}]
            """.formatted(bank, programme, bank);
    }

    private static void active(String programme, String bank) {
        await().untilAsserted(() -> assertThat(door.get("operations", "/banks/" + bank + "/programmes/" + programme)
                        .text("/state"))
                .isEqualTo("ACTIVE"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static void line(String programme, String name, String bank, String limit) {
        door.post("operations", "/funding-lines", """
            {"id":"%s","bank":"%s","programme":"%s","currency":"CNY","limit":"%s","reservationValidFor":"PT30M"}
            """.formatted(name, bank, programme, limit))
                .is(201);
        door.post("operations2", "/funding-lines/" + name + "/approval", "{}").is(200);
    }

    private static BigDecimal used(String line) {
        var seen = door.get("operations", "/funding-lines/" + line).is(200);
        return new BigDecimal(seen.text("/reserved")).add(new BigDecimal(seen.text("/confirmed")));
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
        var sandboxLent = used("together");
        var westLent = used("together-west");
        var sandboxHad = balance("books-sandbox");
        var westHad = balance("books-west");
        var story = Story.offered(door);
        assertThat(placement(story, "together").at("/shares").toString())
                .isEqualTo("[{\"bank\":\"sandbox\",\"share\":\"0.7\"},{\"bank\":\"west\",\"share\":\"0.3\"}]");
        assertThat(used("together").subtract(sandboxLent)).isEqualTo("8400.00");
        assertThat(used("together-west").subtract(westLent)).isEqualTo("3600.00");
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
        await().untilAsserted(() -> assertThat(
                        placement(story, "sandbox-cash").at("/state").asString(""))
                .isEqualTo("CONFIRMED"));
        await().untilAsserted(() ->
                assertThat(whoSaidNoTo(story)).as("who is named in a notice").isEqualTo("west"));
        for (var line : new String[] {"together", "together-west"}) {
            await().untilAsserted(() -> assertThat(
                            door.get("operations", "/funding-lines/" + line + "/reservations?application=" + story.id())
                                    .text("/items/0/state"))
                    .isEqualTo("RELEASED"));
        }
    }

    private static String whoSaidNoTo(Story story) {
        return platform.bean(JdbcClient.class)
                .sql("select array_to_string(lenders, ' ') from audit.lenders_noes_v1 where application = ?")
                .param(story.id())
                .query(String.class)
                .single();
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

    private static void standby(String name, String amount) {
        var standby = """
            ,"standby":{"bank":"east","fundingLine":"%s-east","capital":"1000000.00"}
            """.formatted(name);
        programme(name, "sandbox", amount, amount, "1000000.00", partner(name, "west") + standby);
        line(name, name, "sandbox", "10000.00");
        line(name, name + "-west", "west", "10000.00");
        line(name, name + "-east", "east", "10000.00");
        active(name, "sandbox");
        fault("west", "PayOut", "REJECT");
    }

    private static void fault(String bank, String on, String fault) {
        door.put(
                        "bank",
                        "/sandbox/script?bank=" + bank,
                        "{\"seed\":7,\"faults\":[{\"on\":\"%s\",\"nth\":1,\"fault\":\"%s\"}]}".formatted(on, fault))
                .is(200);
    }

    /** What was not reached, since it was stopped first, is not for others. */
    @AfterEach
    void noFaults() {
        for (var bank : List.of("west", "east")) {
            door.put("bank", "/sandbox/script?bank=" + bank, "{\"seed\":7,\"faults\":[]}")
                    .is(200);
        }
    }

    /** The one that stands by agrees to the share, pays it and has it from then on. */
    @Test
    void whatAPartnerDoesNotPayIsLentByWhoStandsBy() {
        standby("stood-by", "5000.00");
        var westHad = balance("books-west");
        var eastHad = balance("books-east");
        var story = Story.offered(door, "5000.00").accept().sign().reaches("FUNDED");
        assertThat(payouts(story))
                .isEqualTo("east 1500.00 CONFIRMED, sandbox 3500.00 CONFIRMED, west 1500.00 REJECTED");
        assertThat(placement(story, "stood-by").at("/shares").toString())
                .isEqualTo("[{\"bank\":\"sandbox\",\"share\":\"0.7\"},{\"bank\":\"east\",\"share\":\"0.3\"}]");
        await().untilAsserted(() -> assertThat(
                        placement(story, "stood-by").at("/state").asString(""))
                .isEqualTo("CONFIRMED"));
        assertThat(used("stood-by-west")).isEqualTo("0.00");
        assertThat(used("stood-by-east")).isEqualTo("1500.00");
        await().untilAsserted(() ->
                assertThat(balance("books-east").subtract(eastHad)).isEqualByComparingTo("1500.00"));
        assertThat(balance("books-west")).isEqualByComparingTo(westHad);
        assertThat(door.get("finance", "/loans/" + story.loan() + "/owners")
                        .is(200)
                        .json()
                        .toString())
                .contains("books-sandbox", "books-east")
                .doesNotContain("books-west");
    }

    /** Then somebody has to look, as where nobody stands by. */
    @Test
    void whoStandsByMaySayNo() {
        standby("refused", "5500.00");
        fault("east", "RequestCredit", "REJECT");
        var story = Story.offered(door, "5500.00").accept().sign().reaches("PAYOUT_FAILED");
        assertThat(payouts(story)).isEqualTo("sandbox 3850.00 CONFIRMED, west 1650.00 REJECTED");
        assertThat(used("refused-east")).isEqualTo("0.00");
        assertThat(used("refused-west")).isEqualTo("1650.00");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PARTLY_PAID_OUT");
    }

    /** Nobody who wants to stop gets another lender: who was asked is told so, and what is proven dead goes no further. */
    @Test
    void whoStandsByIsNotWaitedForByWhoStops() {
        standby("stopped", "5250.00");
        fault("east", "RequestCredit", "SILENT");
        var story = Story.offered(door, "5250.00").accept().sign();
        var path = "/applications/" + story.id();
        await().untilAsserted(() -> assertThat(
                        door.get("officer", path + "/timeline").response().body())
                .contains("A lender did not pay its share; east is asked to"));
        door.post("officer", path + "/cancellation", "{\"reason\":\"no car\"}").is(200);
        story.reaches("PAYOUT_FAILED");
        await().untilAsserted(() -> assertThat(used("stopped-east")).isEqualTo("0.00"));
        assertThat(payouts(story)).isEqualTo("sandbox 3675.00 CONFIRMED, west 1575.00 REJECTED");
    }

    /** Nobody is asked for it; the bank pays both out. */
    @Test
    void aShareMayBeOurs() {
        programme("ours-too", "sandbox", "6000.00", "6000.00", "1000000.00", """
            "partners":[{"bank":"own","share":"0.3","fundingLine":"ours-too-own"}]
            """);
        line("ours-too", "ours-too", "sandbox", "10000.00");
        line("ours-too", "ours-too-own", "own", "10000.00");
        active("ours-too", "sandbox");
        var weHad = balance("books-own");
        var sandboxHad = balance("books-sandbox");
        var story = Story.offered(door, "6000.00").accept().sign().reaches("FUNDED");
        assertThat(payouts(story)).isEqualTo("sandbox 6000.00 CONFIRMED");
        assertThat(used("ours-too")).isEqualTo("4200.00");
        assertThat(used("ours-too-own")).isEqualTo("1800.00");
        await().untilAsserted(() -> {
            assertThat(balance("books-own").subtract(weHad)).isEqualByComparingTo("1800.00");
            assertThat(balance("books-sandbox").subtract(sandboxHad)).isEqualByComparingTo("4200.00");
        });
    }

    /** Of the programme's quota exactly as many as there are; the others are lent by the next. */
    @Test
    void ofAQuotaNoMoreIsTakenThanThereIs() throws Exception {
        programme(
                "few",
                "sandbox",
                "2000.00",
                "2000.00",
                "1000000.00",
                "\"quota\":{\"daily\":5,\"monthly\":null}," + partner("few", "west"));
        line("few", "few", "sandbox", "100000.00");
        line("few", "few-west", "west", "100000.00");
        active("few", "sandbox");
        var stories = together(32, _ -> "2000.00");
        assertThat(stories.stream()
                        .map(story -> placement(story, "few").at("/state").asString("")))
                .containsOnly("CONFIRMED", "SKIPPED")
                .filteredOn("CONFIRMED"::equals)
                .hasSize(FIT);
        assertThat(placed("line-few")).isEqualTo(FIT);
        assertThat(placed("line-few-west")).isEqualTo(FIT);
    }

    /** The law counts what a bank lends together with others out of all its lines. */
    @Test
    void noBankLendsMoreTogetherWithOthersThanTheLawAllows() throws Exception {
        for (var cents : List.of("00", "50")) {
            var name = "law-" + cents;
            programme(name, "east", "3000." + cents, "3000." + cents, "42010.00", partner(name, "west"));
            line(name, name, "east", "100000.00");
            line(name, name + "-west", "west", "100000.00");
            active(name, "east");
        }
        var stories = together(16, n -> n % 2 == 0 ? "3000.00" : "3000.50");
        assertThat(placed("line-law-00") + placed("line-law-50")).isEqualTo(FIT);
        assertThat(placed("line-exposure.east.cny")).isEqualTo(FIT);
        assertThat(stories.stream()
                        .flatMap(story -> door.get("officer", "/applications/" + story.id() + "/placements")
                                .json()
                                .at("/items")
                                .valueStream())
                        .filter(item -> item.at("/programme").asString("").startsWith("law-"))
                        .flatMap(item -> item.at("/skipped").valueStream())
                        .map(skip -> skip.at("/code").asString("")))
                .contains("CONCENTRATION_ABOVE_LAW");
        var exposure =
                door.get("operations", "/funding-lines/exposure.east.cny").is(200);
        assertThat(exposure.text("/limit")).isEqualTo("10502.50");
        assertThat(new BigDecimal(exposure.text("/available"))).isBetween(BigDecimal.ZERO, new BigDecimal("3.00"));
        door.put("operations", "/funding-lines/exposure.east.cny", """
            {"id":"exposure.east.cny","bank":"east","programme":"law-00","currency":"CNY","limit":"99999.00",
             "reservationValidFor":"PT30M","kind":"EXPOSURE"}
            """, "If-Match", exposure.header("ETag"))
                .is(422);
    }

    /** So many that all ask for the same in the same moment. */
    private static List<Story> together(int many, IntFunction<String> amount) throws Exception {
        try (var threads = Executors.newFixedThreadPool(many)) {
            var drafts = IntStream.range(0, many)
                    .mapToObj(n -> Story.drafted(door, amount.apply(n), "9000.00"))
                    .toList();
            for (var submitted : threads.invokeAll(drafts.stream()
                    .map(draft -> (Callable<Story>) () -> draft.submit())
                    .toList())) {
                submitted.get();
            }
            return drafts.stream().map(story -> story.reaches("OFFERED")).toList();
        }
    }

    /** Reserved and not given back, by the events; at no event were there more than fit. */
    private static int placed(String line) {
        var now = 0;
        for (var name : platform.bean(JdbcClient.class)
                .sql("select name from store.events where id = ? order by position")
                .param(line)
                .query(String.class)
                .list()) {
            now += name.equals("application.LineReserved")
                    ? 1
                    : name.equals("application.ReservationReleased") ? -1 : 0;
            assertThat(now).isLessThanOrEqualTo(line.endsWith("-west") ? 32 : FIT);
        }
        return now;
    }
}
