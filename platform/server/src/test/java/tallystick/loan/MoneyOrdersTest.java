package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What banks are ordered to move besides payouts and debits: once, by their own ledger, and owed again where they did not. */
class MoneyOrdersTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty(), "--tallystick.loan.alone-limit=100");
        door = platform.door();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static LocalDate today() {
        return LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
    }

    /** Paid off, with more than was owed. */
    private static String overpaid() {
        var loan = Story.funded(door).loan();
        door.post("bank", "/sandbox/payments", """
            {"loan":"%s","amount":{"amount":"13000.00","currency":"CNY"},"date":"%s"}
            """.formatted(loan, today())).is(202);
        await().untilAsserted(
                        () -> assertThat(seen(loan).at("/state").asString("")).isEqualTo("PAID_OFF"));
        return loan;
    }

    private static JsonNode seen(String loan) {
        return door.get("finance", "/loans/" + loan).is(200).json();
    }

    private static List<String> transactions(String loan) {
        return door.get("finance", "/loans/" + loan + "/transactions")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(moved -> moved.at("/type").asString(""))
                .toList()
                .reversed();
    }

    private static JsonNode refunded(String loan, String amount) {
        return door.post("finance", "/loans/" + loan + "/refunds", """
            {"amount":{"amount":"%s","currency":"CNY"},"reason":"paid twice"}
            """.formatted(amount))
                .is(201)
                .json();
    }

    private static String instruction(JsonNode change) {
        return change.at("/instruction").asString("");
    }

    private static void becomes(String instruction, String state) {
        await().untilAsserted(() -> assertThat(door.get("finance", "/instructions/" + instruction)
                        .is(200)
                        .text("/state"))
                .isEqualTo(state));
    }

    private static List<String> booked(String instruction) {
        return door.get("bank", "/sandbox/ledger?instruction=" + instruction)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(row -> row.at("/type").asString("") + " "
                        + row.at("/amount/amount").asString(""))
                .toList();
    }

    private static BigDecimal balance(String account) {
        var found = door.get("finance", "/ledger/accounts/" + account).is(200).text("/balances/0/balance");
        return new BigDecimal(found.isEmpty() ? "0" : found);
    }

    private static void moved(String account, BigDecimal before, String by) {
        await().untilAsserted(() ->
                assertThat(balance(account).subtract(before)).as(account).isEqualByComparingTo(by));
    }

    @Test
    void twoPeopleDecideTheBankPaysOnceAndTheStatementEndsTheTransit() {
        var loan = overpaid();
        var bank = balance("1000-bank");
        var transit = balance("1920-refunds-in-transit");
        var proposed = refunded(loan, "500.00");
        assertThat(proposed.at("/state").asString("")).as("%s", proposed).isEqualTo("PROPOSED");
        var approved = door.post(
                        "finance2",
                        "/loans/" + loan + "/changes/" + proposed.at("/id").asString("") + "/approval",
                        "{\"hash\":\"%s\"}".formatted(proposed.at("/hash").asString("")))
                .is(200)
                .json();
        var instruction = instruction(approved);
        becomes(instruction, "CONFIRMED");
        assertThat(booked(instruction)).containsExactly("REFUND 500.00");
        moved("1920-refunds-in-transit", transit, "-500.00");

        var day = today();
        Story.moveClock(door, day.plusDays(1).atTime(12, 0).atZone(ZONE).toInstant());
        door.post("operations", "/banks/sandbox/statements", "{\"day\":\"%s\"}".formatted(day))
                .is(200);
        moved("1920-refunds-in-transit", transit, "0");
        assertThat(balance("1000-bank")).isLessThan(bank.add(new BigDecimal("13000.00")));
        assertThat(transactions(loan)).containsExactly("PAYOUT", "REPAYMENT", "REFUND");
    }

    @Test
    void whatTheBankRefusesIsCreditAgain() {
        var loan = overpaid();
        var credit = balance("2200-customer-credit");
        Story.script(door, "{\"on\":\"Refund\",\"nth\":1,\"fault\":\"FROZEN\"}");
        var instruction = instruction(refunded(loan, "20.00"));
        becomes(instruction, "REJECTED");
        await().untilAsserted(() ->
                assertThat(transactions(loan)).containsExactly("PAYOUT", "REPAYMENT", "REFUND", "REVERSAL"));
        assertThat(booked(instruction)).isEmpty();
        moved("2200-customer-credit", credit, "0");
        Story.script(door, "");
        var again = instruction(refunded(loan, "20.00"));
        becomes(again, "CONFIRMED");
        assertThat(booked(again)).containsExactly("REFUND 20.00");
    }

    @Test
    void whatComesBackIsCreditAgain() {
        var loan = overpaid();
        var credit = balance("2200-customer-credit");
        Story.script(door, "{\"on\":\"Refund\",\"nth\":1,\"fault\":\"LATE_RETURN\"}");
        var instruction = instruction(refunded(loan, "20.00"));
        becomes(instruction, "RETURNED");
        await().untilAsserted(() ->
                assertThat(transactions(loan)).containsExactly("PAYOUT", "REPAYMENT", "REFUND", "REVERSAL"));
        moved("2200-customer-credit", credit, "0");
        assertThat(booked(instruction)).containsExactlyInAnyOrder("REFUND 20.00", "RETURN 20.00");
    }
}
