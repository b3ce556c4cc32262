package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/**
 * More people at once than a line fits: exactly as many are paid, in our events and in the bank's own ledger. And what
 * becomes of a line afterwards. {@code
 * -Dproof.applicants=10000 -Dproof.fits=1000 -Dproof.at-once=200} for the whole proof.
 */
class NeverOversoldTest {
    private static final int APPLICANTS = Integer.getInteger("proof.applicants", 16);
    private static final int FITS = Integer.getInteger("proof.fits", 4);
    private static final int AT_ONCE = Integer.getInteger("proof.at-once", 16);

    /** Of so many at once nobody is told to come back for the answer. */
    private static final String PATIENT = "--tallystick.http.read-your-writes=60s";

    @Test
    void exactlyAsManyArePaidAsFit() throws Exception {
        try (var platform = Platform.start(TestDatabase.empty(), PATIENT)) {
            var door = platform.door();
            limit(door, FITS * 12_000L);
            var ends = together(() -> end(Story.drafted(door, "12000.00", "9000.00")));
            assertThat(ends.stream().filter("FUNDED"::equals)).hasSize(FITS);
            assertThat(ends.stream().filter("NOT_PLACED"::equals)).hasSize(APPLICANTS - FITS);
            assertThat(paidByTheBank(door)).isEqualTo(FITS);
            assertThat(door.get("operations", "/funding-lines/sandbox-cash").text("/available"))
                    .isEqualTo("0.00");
            whatIsPaidOutLeavesTheLine(platform);
            whatCameBackIsLentAgain(door);
        }
    }

    /** Its sum stays. */
    private static void whatIsPaidOutLeavesTheLine(Platform platform) {
        await().untilAsserted(() -> assertThat(platform.bean(JdbcClient.class)
                        .sql("select count(*) from application.reservations_v1 where settled and state = 'CONFIRMED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(FITS));
        assertThat(platform.door()
                        .get("operations", "/funding-lines/sandbox-cash")
                        .text("/confirmed"))
                .isEqualTo(FITS * 12_000 + ".00");
    }

    private static void whatCameBackIsLentAgain(Door door) {
        door.post("operations", "/banks/sandbox/programmes", """
            {"id":"again","product":"cash-loan","amount":{"min":"1000.00","max":"50000.00"},"count":{"min":3,"max":24},
             "annualRate":"0.12","regions":["*"],"hours":null,"quota":null,"share":"1","fundingLine":"again"}
            """).is(201);
        door.post("operations", "/funding-lines", """
            {"id":"again","bank":"sandbox","programme":"again","currency":"CNY","limit":"12000.00",
             "reservationValidFor":"PT30M","kind":"BALANCE"}
            """).is(201);
        door.post("operations2", "/funding-lines/again/approval", "{}").is(200);
        await().untilAsserted(() -> assertThat(door.get("operations", "/banks/sandbox/programmes/again")
                        .text("/state"))
                .isEqualTo("ACTIVE"));
        var lent = Story.funded(door);
        assertThat(end(Story.drafted(door, "12000.00", "9000.00"))).isEqualTo("NOT_PLACED");
        var loan = lent.seenLoan();
        door.post("operations", "/loans/" + lent.loan() + "/repayments", """
            {"amount":{"amount":"%s","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY","reference":"1"}
            """.formatted(
                                loan.at("/outstanding/total").asString(""),
                                loan.at("/asOf").asString("")))
                .is(201);
        await().untilAsserted(() -> assertThat(
                        door.get("operations", "/funding-lines/again").text("/available"))
                .isEqualTo("12000.00"));
        assertThat(end(Story.drafted(door, "12000.00", "9000.00"))).isEqualTo("FUNDED");
    }

    private static void limit(Door door, long amount) {
        var line = door.get("operations", "/funding-lines/sandbox-cash").is(200);
        door.put("operations", "/funding-lines/sandbox-cash", """
            {"id":"sandbox-cash","bank":"sandbox","programme":"sandbox-cash","currency":"CNY","limit":"%d.00",
             "reservationValidFor":"PT30M"}
            """.formatted(amount), "If-Match", line.header("ETag"))
                .is(200);
        // More than it had waits for another person.
        var waiting = door.get("operations", "/funding-lines/sandbox-cash").is(200);
        if (!waiting.text("/limit").equals(amount + ".00")) {
            door.post("operations2", "/funding-lines/sandbox-cash/approval", "{}", "If-Match", waiting.header("ETag"))
                    .is(200);
        }
    }

    private static long paidByTheBank(Door door) {
        var paid = 0L;
        var next = "";
        do {
            var page =
                    door.get("bank", "/sandbox/ledger?limit=200" + next).is(200).json();
            paid += page.at("/items")
                    .valueStream()
                    .filter(entry -> entry.at("/type").asString("").equals("PAYOUT"))
                    .count();
            next = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString("");
        } while (!next.isEmpty());
        return paid;
    }

    private static String end(Story story) {
        story.submit();
        var state = reached(story, List.of("OFFERED", "NOT_PLACED"));
        return state.equals("OFFERED") ? reached(story.accept().sign(), List.of("FUNDED")) : state;
    }

    private static String reached(Story story, List<String> states) {
        return Awaitility.await().until(() -> story.application().at("/state").asString(""), states::contains);
    }

    private static List<String> together(Callable<String> applicant) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var asked = IntStream.range(0, APPLICANTS)
                    .mapToObj(_ -> threads.submit(applicant))
                    .collect(Collectors.toList());
            var ends = new ArrayList<String>();
            for (var answer : asked) {
                ends.add(answer.get());
            }
            return ends;
        }
    }
}
