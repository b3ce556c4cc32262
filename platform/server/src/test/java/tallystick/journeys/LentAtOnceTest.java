package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.lines.LentBefore;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;

/** Many who want the last of the same at the same moment: of a quota, and of what the law lets a bank lend together with others. */
class LentAtOnceTest {
    private static final int FIT = 5;
    private static ThreeBanks banks;

    @BeforeAll
    static void start() {
        banks = ThreeBanks.start();
    }

    @AfterAll
    static void stop() {
        banks.close();
    }

    /** Of the programme's quota exactly as many as there are; the others are lent by the next. */
    @Test
    void ofAQuotaNoMoreIsTakenThanThereIs() throws Exception {
        banks.programme(
                "few",
                "sandbox",
                "2000.00",
                "2000.00",
                "1000000.00",
                "\"quota\":{\"daily\":5,\"monthly\":null}," + ThreeBanks.partner("few", "west"));
        banks.line("few", "few", "sandbox", "100000.00");
        banks.line("few", "few-west", "west", "100000.00");
        banks.active("few", "sandbox");
        var stories = together(32, _ -> "2000.00");
        assertThat(stories.stream()
                        .map(story -> banks.placement(story, "few").at("/state").asString("")))
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
            banks.programme(
                    name, "east", "3000." + cents, "3000." + cents, "42010.00", ThreeBanks.partner(name, "west"));
            banks.line(name, name, "east", "100000.00");
            banks.line(name, name + "-west", "west", "100000.00");
            banks.active(name, "east");
        }
        var stories = together(16, n -> n % 2 == 0 ? "3000.00" : "3000.50");
        assertThat(placed("line-law-00") + placed("line-law-50")).isEqualTo(FIT);
        assertThat(placed("line-exposure.east.cny")).isEqualTo(FIT);
        assertThat(stories.stream()
                        .flatMap(story -> banks.door()
                                .get("officer", "/applications/" + story.id() + "/placements")
                                .json()
                                .at("/items")
                                .valueStream())
                        .filter(item -> item.at("/programme").asString("").startsWith("law-"))
                        .flatMap(item -> item.at("/skipped").valueStream())
                        .map(skip -> skip.at("/code").asString("")))
                .contains("CONCENTRATION_ABOVE_LAW");
        var exposure = banks.door()
                .get("operations", "/funding-lines/exposure.east.cny")
                .is(200);
        assertThat(exposure.text("/limit")).isEqualTo("10502.50");
        assertThat(new BigDecimal(exposure.text("/available"))).isBetween(BigDecimal.ZERO, new BigDecimal("3.00"));
        banks.door()
                .put("operations", "/funding-lines/exposure.east.cny", """
                    {"id":"exposure.east.cny","bank":"east","programme":"law-00","currency":"CNY","limit":"99999.00",
                     "reservationValidFor":"PT30M","kind":"EXPOSURE"}
                    """, "If-Match", exposure.header("ETag"))
                .is(422);
    }

    /** What no exposure has counted, as on a platform that lent together before there were any; half of it is repaid later. */
    @Test
    void whatWasLentBeforeCountsUntilItIsRepaid() throws Exception {
        banks.two("old", "2600.00");
        Story.offered(banks.door(), "2600.00");
        var had = available();
        write("insert into application.placements_v1 (application, nr, bank, programme, state, skipped, shares) values"
                + " ('app-old', 1, 'sandbox', 'old', 'CONFIRMED', '[]',"
                + " '[{\"bank\":\"sandbox\",\"fundingLine\":\"line-old\"},"
                + "{\"bank\":\"west\",\"fundingLine\":\"line-old-west\",\"exposure\":null}]')");
        write("insert into application.party_applications_v1 (application, party, role, jurisdiction, at, amount,"
                + " standing, loan) values ('app-old', 'party-old', 'APPLICANT', 'CN', now(), 1000, 'open',"
                + " 'loan-old')");
        write("insert into application.reservations_v1 (line, application, placement, amount, currency, state, at,"
                + " settled) values ('line-old', 'app-old', 1, 700, 'CNY', 'CONFIRMED', now(), true),"
                + " ('line-old-west', 'app-old', 1, 300, 'CNY', 'CONFIRMED', now(), true)");
        assertThat(banks.platform().bean(LentBefore.class).outstanding(new BankId("west"), Currency.getInstance("CNY")))
                .isEqualTo(Money.of("CNY", "300.00"));
        becomes(had.subtract(new BigDecimal("300.00")));
        write("insert into application.repaid_v1 (loan, principal) values ('loan-old', 500)");
        becomes(had.subtract(new BigDecimal("150.00")));
    }

    private static void write(String sql) {
        banks.platform().bean(JdbcClient.class).sql(sql).update();
    }

    private static BigDecimal available() {
        return new BigDecimal(banks.door()
                .get("operations", "/funding-lines/exposure.west.cny")
                .is(200)
                .text("/available"));
    }

    private static void becomes(BigDecimal left) throws Exception {
        banks.platform().run("funding-lines");
        assertThat(available()).isEqualTo(left);
    }

    /** So many that all ask for the same in the same moment. */
    private static List<Story> together(int many, IntFunction<String> amount) throws Exception {
        try (var threads = Executors.newFixedThreadPool(many)) {
            var drafts = IntStream.range(0, many)
                    .mapToObj(n -> Story.drafted(banks.door(), amount.apply(n), "9000.00"))
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
        for (var name : banks.platform()
                .bean(JdbcClient.class)
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
