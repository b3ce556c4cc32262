package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/** Many people at one loan: each is told yes or why not, and nothing that was said yes to is lost. */
class OneLoanTest {
    private static final int PEOPLE = 32;
    private static final int ASKS_EACH = 6;
    private static Platform platform;
    private static Door door;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        today = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
        platform.bean(Commands.class).decideMany(Portfolio.loans(4, today.minusMonths(2)), Origin.of("test"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void nothingIsLostAndNobodyIsLeftWithoutAnAnswer() throws Exception {
        var repaid = new AtomicInteger();
        var reversed = new AtomicInteger();
        var charged = new AtomicInteger();
        var changed = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<?>>();
            for (var person = 0; person < PEOPLE; person++) {
                var random = new Random(person);
                asking.add(people.submit(() -> {
                    for (var ask = 0; ask < ASKS_EACH; ask++) {
                        switch (random.nextInt(5)) {
                            case 0 -> count(repay(), repaid);
                            case 3 -> count(prepay(), repaid);
                            case 4 -> count(holiday(), changed);
                            case 1 -> count(reverse(1 + random.nextInt(20)), reversed);
                            default -> count(charge(), charged);
                        }
                    }
                }));
            }
            for (var each : asking) {
                each.get();
            }
        }
        var transactions = door.get("finance", "/loans/loan-p0/transactions?limit=200")
                .json()
                .at("/items");
        assertThat(types(
                        transactions
                                .valueStream()
                                .map(item -> item.at("/type").asString(""))
                                .toList(),
                        "REPAYMENT"))
                .isEqualTo(repaid.get());
        assertThat(types(
                        transactions
                                .valueStream()
                                .map(item -> item.at("/type").asString(""))
                                .toList(),
                        "REVERSAL"))
                .isEqualTo(reversed.get());
        assertThat(door.get("finance", "/loans/loan-p0/fees")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(charged.get());
        assertThat(door.get("finance", "/loans/loan-p0/changes")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(changed.get());
        assertThat(repaid.get() + charged.get()).as("somebody was told yes").isPositive();
    }

    private static long types(List<String> types, String wanted) {
        return types.stream().filter(wanted::equals).count();
    }

    private static void count(Door.Answer answer, AtomicInteger yes) {
        assertThat(answer.status()).as(answer.response().body()).isIn(201, 409);
        if (answer.status() == 201) {
            yes.incrementAndGet();
        } else {
            assertThat(answer.text("/detail")).isNotBlank();
        }
    }

    private static Door.Answer repay() {
        return door.post("operations", "/loans/loan-p0/repayments", """
            {"amount":{"amount":"7.00","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
            """.formatted(today));
    }

    private static Door.Answer reverse(int transaction) {
        return door.post("operations", "/loans/loan-p0/reversals", """
            {"transaction":%d,"reason":"RETURNED","date":"%s"}
            """.formatted(transaction, today));
    }

    private static Door.Answer charge() {
        return door.post("operations", "/loans/loan-p0/fees", """
            {"kind":"FEE","name":"Notice","amount":{"amount":"1.00","currency":"CNY"},"due":"%s"}
            """.formatted(today.plusDays(3)));
    }

    private static Door.Answer prepay() {
        return door.post("operations", "/loans/loan-p0/prepayments", """
            {"amount":{"amount":"900.00","currency":"CNY"},"valueDate":"%s","effect":"SMALLER_INSTALLMENT"}
            """.formatted(today));
    }

    private static Door.Answer holiday() {
        return door.post("operations", "/loans/loan-p0/payment-holidays", "{\"rows\":1,\"reason\":\"ill\"}");
    }

    private static Door.Answer approved(String loan, Door.Answer proposed) {
        return door.post(
                "finance",
                "/loans/%s/changes/%s/approval".formatted(loan, proposed.text("/id")),
                "{\"hash\":\"%s\"}".formatted(proposed.text("/hash")));
    }

    @Test
    void whatTwoPeopleAgreeAnewIsInTheSchedule() {
        var path = "/loans/loan-p1";
        var proposed = door.post("operations", path + "/restructures", """
            {"annualRate":"0.06","capitalizeArrears":true,"reason":"income halved"}\
            """).is(201);
        assertThat(proposed.text("/state")).isEqualTo("PROPOSED");
        assertThat(proposed.text("/terms/annualRate")).isEqualTo("0.06");
        approved("loan-p1", proposed).is(200);
        var loan = door.get("finance", path);
        assertThat(loan.json().at("/flags").toString()).contains("RESTRUCTURED");
        assertThat(loan.text("/overdueDays")).isEqualTo("0");
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("finance", "/ledger/journals?loan=loan-p1")
                                .text("/items/0/event"))
                        .isEqualTo("loan.TermsChanged"));

        var day = door.post("operations", path + "/due-dates", "{\"day\":28,\"reason\":\"salary\"}")
                .is(201);
        approved("loan-p1", day).is(200);
        assertThat(door.get("finance", path).text("/nextDue/date")).endsWith("-28");
        door.post("operations", path + "/due-dates", "{\"day\":29,\"reason\":\"salary\"}")
                .refused(422, "value-not-allowed");
        door.post("operations", path + "/restructures", "{\"reason\":\"nothing\"}")
                .refused(422, "value-not-allowed");
        door.post("operations", path + "/payment-holidays", "{\"rows\":13,\"reason\":\"ill\"}")
                .refused(422, "value-not-allowed");
        door.post("operations", path + "/restructures", """
            {"dueDates":["%s","%s"],"reason":"backwards"}\
            """.formatted(today.plusDays(40), today.plusDays(20)))
                .refused(409, "change-not-possible");
    }

    @Test
    void whatTwoPeopleMustEnterOrTakeBackIsProposed() {
        var path = "/loans/loan-p2";
        platform.bean(tallystick.loan.servicing.Servicing.class)
                .receive(
                        new tallystick.kernel.LoanId("loan-p2"),
                        tallystick.kernel.Money.of("CNY", "5.00"),
                        today,
                        tallystick.loan.api.Source.BANK_CALLBACK,
                        "bank-1",
                        "sandbox");
        door.post("operations", path + "/reversals", """
            {"transaction":1,"reason":"not ours","date":"%s"}\
            """.formatted(today)).refused(409, "authority-exceeded");
        var reversal = door.post("operations", path + "/reversal-proposals", """
            {"transaction":1,"reason":"not ours","date":"%s"}\
            """.formatted(today))
                .is(201);
        approved("loan-p2", reversal).is(200);
        assertThat(door.get("finance", path + "/transactions").text("/items/0/type"))
                .isEqualTo("REVERSAL");
        var entry = door.post("operations", path + "/repayment-proposals", """
            {"amount":{"amount":"9.00","currency":"CNY"},"valueDate":"%s","reference":"slip","reason":"found"}
            """.formatted(today.minusDays(3)))
                .is(201);
        approved("loan-p2", entry).is(200);
        assertThat(door.get("finance", path + "/transactions").text("/items/0/valueDate"))
                .isEqualTo(today.minusDays(3).toString());
    }

    /** More events than a snapshot waits for: what was known then must not come from what is known now. */
    @Test
    void aLoanOfManyEventsIsKnownAsItWasAtEachOfThem() {
        var known = new ArrayList<String>();
        for (var nr = 1; nr <= 45; nr++) {
            var fee = door.post("operations", "/loans/loan-p3/fees", """
                {"kind":"FEE","name":"Notice","amount":{"amount":"1.00","currency":"CNY"},"due":"%s"}
                """.formatted(today.plusDays(3)));
            fee.is(201);
            known.add(door.get("finance", "/loans/loan-p3").text("/knownAt"));
        }
        for (var nr = 1; nr <= 45; nr += 4) {
            var then = door.get("finance", "/loans/loan-p3?knownAt=" + known.get(nr - 1))
                    .is(200);
            assertThat(then.text("/version")).isEqualTo("" + (nr + 1));
        }
        door.get("finance", "/loans/loan-p3?knownAt=2000-01-01T00:00:00Z").refused(404, "not-found");
    }

    @Test
    void aDayOrInstantThatNoCalendarHasIsTheCallersMistake() {
        for (var path : List.of(
                "/ledger/trial-balance?knownAt=%2B1000000000-01-01T00:00:00Z",
                "/ledger/trial-balance?asOf=%2B999999999-12-31",
                "/ledger/trial-balance?asOf=-4713-01-01",
                "/loans/loan-p3?knownAt=-1000000000-01-01T00:00:00Z",
                "/loans/loan-p3/schedule?asOf=%2B999999999-12-31",
                "/reports/CN/portfolio?asOf=%2B12000-01-01")) {
            door.get("finance", path).refused(400, "malformed");
        }
        door.get("finance", "/ledger/trial-balance?asOf=9999-12-31&knownAt=9999-12-31T23:59:59Z")
                .is(200);
        door.get("finance", "/loans/loan-p3?asOf=9999-12-31").is(200);
        door.get("finance", "/loans/loan-p3?asOf=0001-01-01").is(200);
    }
}
