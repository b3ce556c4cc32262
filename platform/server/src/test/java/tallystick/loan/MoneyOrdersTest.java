package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.RecordReturned;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What banks are ordered to move besides payouts and debits: once, by their own ledger, and owed again where they did not. */
class MoneyOrdersTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String RECEIPTS = "1910-receipts-in-transit";

    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
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
        var before = balance("2200-customer-credit");
        var loan = Story.funded(door).loan();
        door.post("bank", "/sandbox/payments", """
            {"loan":"%s","amount":{"amount":"13000.00","currency":"CNY"},"date":"%s"}
            """.formatted(loan, today())).is(202);
        await().untilAsserted(
                        () -> assertThat(seen(loan).at("/state").asString("")).isEqualTo("PAID_OFF"));
        await().untilAsserted(() -> assertThat(balance("2200-customer-credit"))
                .as("in the books too")
                .isNotEqualByComparingTo(before));
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
        nothingIsInTransit("1920-refunds-in-transit");
        var bank = balance("1000-bank");
        var loan = overpaid();
        var proposed = refunded(loan, "500.00");
        assertThat(proposed.at("/state").asString("")).as("%s", proposed).isEqualTo("PROPOSED");
        var instruction = instruction(approved(loan, proposed));
        becomes(instruction, "CONFIRMED");
        assertThat(booked(instruction)).containsExactly("REFUND 500.00");
        moved("1920-refunds-in-transit", BigDecimal.ZERO, "-500.00");

        statement();
        moved("1920-refunds-in-transit", BigDecimal.ZERO, "0");
        moved("1000-bank", bank, "500.00"); // 13,000 came, 12,000 and 500 went.
        assertThat(transactions(loan)).containsExactly("PAYOUT", "REPAYMENT", "REFUND");
    }

    @Test
    void whatTheBankRefusesIsCreditAgain() {
        var loan = overpaid();
        var credit = balance("2200-customer-credit");
        Story.script(door, "{\"on\":\"Refund\",\"nth\":1,\"fault\":\"FROZEN\"}");
        var instruction = instruction(approved(loan, refunded(loan, "20.00")));
        becomes(instruction, "REJECTED");
        await().untilAsserted(() ->
                assertThat(transactions(loan)).containsExactly("PAYOUT", "REPAYMENT", "REFUND", "REVERSAL"));
        assertThat(booked(instruction)).isEmpty();
        moved("2200-customer-credit", credit, "0");
        Story.script(door, "");
        var again = instruction(approved(loan, refunded(loan, "20.00")));
        becomes(again, "CONFIRMED");
        assertThat(booked(again)).containsExactly("REFUND 20.00");
    }

    @Test
    void whatComesBackIsCreditAgain() {
        var loan = overpaid();
        var credit = balance("2200-customer-credit");
        Story.script(door, "{\"on\":\"Refund\",\"nth\":1,\"fault\":\"LATE_RETURN\"}");
        var instruction = instruction(approved(loan, refunded(loan, "20.00")));
        becomes(instruction, "RETURNED");
        await().untilAsserted(() ->
                assertThat(transactions(loan)).containsExactly("PAYOUT", "REPAYMENT", "REFUND", "REVERSAL"));
        moved("2200-customer-credit", credit, "0");
        assertThat(booked(instruction)).containsExactlyInAnyOrder("REFUND 20.00", "RETURN 20.00");
    }

    private static JsonNode approved(String loan, JsonNode proposed) {
        return door.post(
                        "finance2",
                        "/loans/" + loan + "/changes/" + proposed.at("/id").asString("") + "/approval",
                        "{\"hash\":\"%s\"}".formatted(proposed.at("/hash").asString("")))
                .is(200)
                .json();
    }

    /** Of the row that falls due first. */
    private static JsonNode guaranteed(String loan) {
        var owed = door.get("finance", "/loans/" + loan + "/schedule")
                .is(200)
                .json()
                .at("/rows/1/total")
                .asString("");
        if (door.get("finance", "/loans/" + loan + "/owners")
                .json()
                .at("/guarantors")
                .isEmpty()) {
            approved(
                    loan,
                    door.post("finance", "/loans/" + loan + "/guarantors", """
                        {"guarantor":"books-union","reason":"as agreed"}\
                        """)
                            .is(201)
                            .json());
        }
        return approved(
                loan,
                door.post("finance", "/loans/" + loan + "/guarantee-payments", """
                    {"guarantor":"books-union","rows":[1],"amount":{"amount":"%s","currency":"CNY"},"order":true,"reason":"called"}
                    """.formatted(owed))
                        .is(201)
                        .json());
    }

    private static JsonNode claims(String loan) {
        return door.get("finance", "/loans/" + loan + "/owners").is(200).json().at("/claims");
    }

    private static String state(String loan, JsonNode change) {
        return door.get("finance", "/loans/" + loan + "/changes")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").equals(change.at("/id")))
                .map(item -> item.at("/state").asString(""))
                .findFirst()
                .orElseThrow();
    }

    /** Whatever the tests before have left there. */
    private static void nothingIsInTransit(String account) {
        statement();
        moved(account, BigDecimal.ZERO, "0");
    }

    private static void statement() {
        var day = today();
        Story.moveClock(door, day.plusDays(1).atTime(12, 0).atZone(ZONE).toInstant());
        door.post("operations", "/banks/sandbox/statements", "{\"day\":\"%s\"}".formatted(day))
                .is(200);
    }

    @Test
    void aGuarantorHasItsClaimWhenTheBankHasItsMoney() {
        Story.script(door, "{\"on\":\"GuaranteePayment\",\"nth\":1,\"fault\":\"SILENT\"}");
        var loan = Story.funded(door).loan();
        var ordered = guaranteed(loan);
        assertThat(ordered.at("/state").asString("")).isEqualTo("ORDERED");
        var silent = instruction(ordered);
        becomes(silent, "ACCEPTED");
        assertThat(claims(loan)).isEmpty();
        assertThat(booked(silent)).isEmpty();
    }

    @Test
    void aGuarantorsPaymentIsTakenOnceAndTheStatementEndsItsTransit() {
        Story.script(door, "");
        nothingIsInTransit(RECEIPTS);
        var loan = Story.funded(door).loan();
        var ordered = guaranteed(loan);
        var instruction = instruction(ordered);
        becomes(instruction, "CONFIRMED");
        await().untilAsserted(() -> assertThat(claims(loan)).hasSize(1));
        var amount = ordered.at("/amount/amount").asString("");
        assertThat(booked(instruction)).containsExactly("GUARANTEE " + amount);
        moved(RECEIPTS, BigDecimal.ZERO, amount);
        statement();
        moved(RECEIPTS, BigDecimal.ZERO, "0");
        assertThat(inTransitOfTheGuarantor()).isIn("", "0", "0.00");
    }

    private static String inTransitOfTheGuarantor() {
        return door.get("finance", "/ledger/accounts/1900-payouts-in-transit?books=books-union")
                .is(200)
                .text("/balances/0/balance");
    }

    @Test
    void whatAGuarantorDoesNotPayIsNoClaimAndMayBeCalledAgain() {
        Story.script(door, "{\"on\":\"GuaranteePayment\",\"nth\":1,\"fault\":\"REJECT\"}");
        var loan = Story.funded(door).loan();
        var ordered = guaranteed(loan);
        await().untilAsserted(() -> assertThat(state(loan, ordered)).isEqualTo("FAILED"));
        assertThat(claims(loan)).isEmpty();
        var again = guaranteed(loan);
        await().untilAsserted(() -> assertThat(state(loan, again)).isEqualTo("DONE"));
        assertThat(claims(loan)).hasSize(1);
    }

    @Test
    void aPersonIsCalledWhenWhatAGuarantorPaidComesBack() {
        Story.script(door, "{\"on\":\"GuaranteePayment\",\"nth\":1,\"fault\":\"LATE_RETURN\"}");
        nothingIsInTransit(RECEIPTS);
        var loan = Story.funded(door).loan();
        var ordered = guaranteed(loan);
        becomes(instruction(ordered), "RETURNED");
        isCalled("guarantee-returned", instruction(ordered));
        assertThat(claims(loan)).as("until people agree").hasSize(1);
        approved(
                loan,
                door.post("finance", "/loans/" + loan + "/guarantee-voids", """
                    {"claim":"%s","reason":"its bank took it back"}
                    """.formatted(
                                        ordered.at("/id").asString("")))
                        .is(201)
                        .json());
        assertThat(claims(loan)).isEmpty();
        assertThat(state(loan, ordered)).isEqualTo("VOIDED");
        statement();
        moved(RECEIPTS, BigDecimal.ZERO, "0");
        assertThat(inTransitOfTheGuarantor()).isIn("", "0", "0.00");
    }

    /** The bank says nothing until the borrower has paid the row. */
    @Test
    void whatAGuarantorPaidForNothingLeavesSuspenseWhenItsBankTakesItBack() {
        Story.script(door, "{\"on\":\"GuaranteePayment\",\"nth\":1,\"fault\":\"SILENT\"}");
        nothingIsInTransit(RECEIPTS);
        var suspense = balance("2300-suspense");
        var loan = Story.funded(door).loan();
        var ordered = guaranteed(loan);
        becomes(instruction(ordered), "ACCEPTED");
        var paid = ordered.at("/amount/amount").asString("");
        door.post("bank", "/sandbox/payments", """
            {"loan":"%s","amount":{"amount":"%s","currency":"CNY"},"date":"%s"}
            """.formatted(loan, paid, today()))
                .is(202);
        await().untilAsserted(() -> assertThat(transactions(loan)).containsExactly("PAYOUT", "REPAYMENT"));

        var order = new InstructionId(instruction(ordered));
        var amount = Money.of("CNY", paid);
        says(new RecordConfirmed(order, "SB-1", 901L, amount, null, today(), null, now()));
        await().untilAsserted(() -> assertThat(state(loan, ordered)).isEqualTo("HELD"));
        moved("2300-suspense", suspense, amount.negate().amount().toPlainString());
        says(new RecordReturned(order, "SB-1", 902L, amount, "ACCOUNT_CLOSED", today(), now()));
        moved("2300-suspense", suspense, "0");
        assertThat(door.get("finance", "/suspense?state=RETURNED")
                        .is(200)
                        .json()
                        .at("/items"))
                .extracting(item -> item.at("/went").asString(""))
                .contains(order.value());
        assertThat(claims(loan)).isEmpty();
        statement();
        moved(RECEIPTS, BigDecimal.ZERO, "0");
    }

    private static void says(BankCommand word) {
        platform.bean(Commands.class).sendAndWait(word);
    }

    private static Instant now() {
        return platform.bean(InstantSource.class).instant();
    }

    /** Operations find a break of the order. */
    private static void isCalled(String kind, String instruction) {
        await().untilAsserted(() -> assertThat(door.get("operations", "/breaks?state=OPEN&kind=" + kind)
                        .is(200)
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(one -> one.at("/expected").asString("")))
                .anyMatch(expected -> expected.startsWith(instruction)));
    }

    private static JsonNode held(String loan, String amount) {
        return door.get("finance", "/suspense")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/amount/amount").asString("").equals(amount))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected %s of %s in suspense.".formatted(amount, loan)));
    }

    private static String paidBack(String item) {
        door.post("finance", "/suspense/" + item + "/refund", "{}").is(200);
        return door.post("finance2", "/suspense/" + item + "/refund", "{}")
                .is(200)
                .text("/went");
    }

    /** A loan that we have left holds what its borrower still pays. */
    @Test
    void whatIsHeldGoesBackToTheBorrowerOnceAndIsHeldAgainWhereItDidNot() {
        var loan = Story.funded(door).loan();
        approved(
                loan,
                door.post("finance", "/loans/" + loan + "/sales", """
                    {"seller":"books-own","buyer":"books-harbour","share":"1","price":{"amount":"12000.00","currency":"CNY"},
                     "leaves":true,"reason":"agreed"}
                    """).is(201).json());
        door.post("bank", "/sandbox/payments", """
            {"loan":"%s","amount":{"amount":"77.31","currency":"CNY"},"date":"%s"}
            """.formatted(loan, today())).is(202);
        await().untilAsserted(() -> held(loan, "77.31"));
        var item = held(loan, "77.31").at("/id").asString("");
        Story.script(door, "{\"on\":\"Refund\",\"nth\":1,\"fault\":\"FROZEN\"}");
        var suspense = balance("2300-suspense");
        var first = paidBack(item);
        becomes(first, "REJECTED");
        await().untilAsserted(() ->
                assertThat(held(loan, "77.31").at("/state").asString("")).isEqualTo("OPEN"));
        moved("2300-suspense", suspense, "0");
        Story.script(door, "");
        var again = paidBack(item);
        assertThat(again).isNotEqualTo(first);
        becomes(again, "CONFIRMED");
        assertThat(booked(again)).containsExactly("REFUND 77.31");
        moved("2300-suspense", suspense, "77.31");
        await().untilAsserted(() -> assertThat(door.get("finance", "/ledger/journals?loan=" + loan)
                        .is(200)
                        .json()
                        .at("/items"))
                .as("in the books of the loan that held it")
                .extracting(journal -> journal.at("/event").asString(""))
                .contains("loan.SuspenseRefunded", "loan.SuspenseRefundFailed"));
    }

    @Test
    void whoApprovesAnAccountSeesWhichOneItIs() {
        var loan = Story.funded(door).loan();
        var named = door.post("officer", "/loans/" + loan + "/accounts", """
            {"account":"6222020200112230","reason":"its holder showed the card"}\
            """).is(201);
        assertThat(named.text("/accountEnding")).isEqualTo("2230");
        assertThat(named.text("/state")).isEqualTo("PROPOSED");
        assertThat(approved(loan, named.json()).at("/accountEnding").asString(""))
                .isEqualTo("2230");
    }

    private static String sold() {
        var loan = Story.funded(door).loan();
        approved(
                loan,
                door.post("finance", "/loans/" + loan + "/sales", """
                    {"seller":"books-own","buyer":"books-sandbox","share":"0.4","price":{"amount":"4800.00","currency":"CNY"},
                     "leaves":false,"reason":"agreed"}
                    """).is(201).json());
        return loan;
    }

    private static JsonNode boughtBack(String loan) {
        return door.post("finance", "/loans/" + loan + "/buy-backs", """
            {"from":"books-sandbox","share":"0.4","price":{"amount":"4700.00","currency":"CNY"},"order":true,
             "reason":"late"}
            """)
                .is(201)
                .json();
    }

    @Test
    void aPriceThatTheBankRefusesIsOrderedAgain() {
        Story.script(door, "{\"on\":\"BuyBack\",\"nth\":1,\"fault\":\"REJECT\"}");
        var loan = sold();
        var proposed = boughtBack(loan);
        var ordered = approved(loan, proposed);
        await().untilAsserted(() -> assertThat(state(loan, ordered)).isEqualTo("FAILED"));
        isCalled("buy-back-unpaid", instruction(ordered));
        var again = approved(loan, proposed);
        assertThat(instruction(again)).isNotEqualTo(instruction(ordered));
        becomes(instruction(again), "CONFIRMED");
        assertThat(booked(instruction(again))).containsExactly("BUY_BACK 4700.00");
        assertThat(booked(instruction(ordered))).isEmpty();
    }

    @Test
    void thePriceOfWhatIsBoughtBackIsTakenFromUsOnceAndClearingEnds() {
        Story.script(door, "");
        var loan = sold();
        nothingIsInTransit("1900-payouts-in-transit");
        nothingIsInTransit(RECEIPTS);
        nothingIsInTransit("1920-refunds-in-transit");
        var bank = balance("1000-bank");
        var clearing = balance("1800-clearing");
        var instruction = instruction(approved(loan, boughtBack(loan)));
        becomes(instruction, "CONFIRMED");
        assertThat(booked(instruction)).containsExactly("BUY_BACK 4700.00");
        moved("1800-clearing", clearing, "-4700.00");
        statement();
        moved("1800-clearing", clearing, "0");
        moved("1000-bank", bank, "-4700.00");
    }

    /** As a platform had it that was started before anybody knew which way the price goes. */
    @Test
    void aPriceThatWasExpectedToComeInIsExpectedToGoOut() throws IOException {
        Story.script(door, "");
        var loan = sold();
        var instruction = instruction(approved(loan, boughtBack(loan)));
        becomes(instruction, "CONFIRMED");
        await().untilAsserted(() -> assertThat(expected(instruction)).containsExactly("DEBIT"));
        database("update bank.expected_v1 set direction = 'CREDIT' where instruction = '%s'".formatted(instruction));
        try (var script = MoneyOrdersTest.class.getResourceAsStream("/db/bank/V81__buy_backs_go_out.sql")) {
            var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            database(
                    text.replace("expected_v1", "bank.expected_v1").replace("instructions_v1", "bank.instructions_v1"));
        }
        assertThat(expected(instruction)).containsExactly("DEBIT");
    }

    private static List<String> expected(String instruction) {
        return JdbcClient.create(platform.bean(DataSource.class))
                .sql("select direction from bank.expected_v1 where instruction = ?")
                .param(instruction)
                .query(String.class)
                .list();
    }

    private static void database(String statement) {
        JdbcClient.create(platform.bean(DataSource.class)).sql(statement).update();
    }
}
