package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.Order;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.runtime.audit.StuckWorkAudit;
import tallystick.runtime.store.ClaimTaken;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Orders to the sandbox bank and what becomes of them, whatever goes wrong: money moves once, and no doubt is lost. */
class BankJourneyTest {
    @TempDir
    static Path folder;

    private static BankServer server;

    @BeforeAll
    static void start() {
        server = BankServer.start(TestDatabase.fresh("bank"), folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void paidOnce(String instruction) {
        assertThat(server.ledger(instruction))
                .singleElement()
                .satisfies(row -> assertThat(row.path("type").asString("")).isEqualTo("PAYOUT"));
    }

    @Test
    void aPayoutIsConfirmedByTheBanksCallback() {
        server.script("PayOut");
        var instruction = server.payOut("12000.00");
        var confirmed = server.becomes(instruction, "CONFIRMED");
        assertThat(confirmed.path("kind").asString("")).isEqualTo("PayOut");
        assertThat(confirmed.path("attempts").asInt(0)).isEqualTo(1);
        assertThat(confirmed.path("nextQueryAt").isNull()).isTrue();
        assertThat(confirmed.path("bankReference").asString("")).startsWith("SB-");
        paidOnce(instruction);
    }

    @Test
    void afterATimeoutTheBankIsAskedAndTheMoneyMovedOnce() {
        server.script("PayOut", "TIMEOUT_AFTER_SUCCESS");
        var instruction = server.payOut("12000.00");
        assertThat(server.becomes(instruction, "UNKNOWN").path("nextQueryAt").asString(""))
                .isNotBlank();
        server.proof();
        server.passes(Duration.ofSeconds(31));
        assertThat(server.becomes(instruction, "CONFIRMED").path("attempts").asInt(0))
                .isEqualTo(1);
        paidOnce(instruction);
    }

    @Test
    void whatNeverArrivedIsSentAgainOnceTheBankSaysSo() {
        server.script("PayOut", "TIMEOUT_BEFORE");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "UNKNOWN");
        assertThat(server.ledger(instruction)).isEmpty();
        server.passes(Duration.ofSeconds(31));
        server.becomes(instruction, "NOT_SENT");
        server.passes(Duration.ofSeconds(31));
        assertThat(server.becomes(instruction, "CONFIRMED").path("attempts").asInt(0))
                .isEqualTo(2);
        paidOnce(instruction);
    }

    @Test
    void silenceBecomesAPersonsAfterADay() {
        server.script("PayOut", "SILENT");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "ACCEPTED");
        server.passes(Duration.ofHours(25));
        await().until(() ->
                server.breaks("kind=doubt&instruction=" + instruction).size() == 1);
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
    }

    @Test
    void aCreditIsApprovedDeclinedOrApprovedOnOtherTerms() {
        server.script("RequestCredit");
        assertThat(credit("12000.00", "CONFIRMED")).isZero();
        assertThat(credit("12000.13", "REJECTED")).isZero();
        assertThat(credit("12000.17", "CONFIRMED")).as("with terms").isEqualTo(1);
    }

    /** Gives how often other terms were confirmed. */
    private static long credit(String amount, String state) {
        var id = "instr-" + UUID.randomUUID();
        server.instruct(id, server.creditOrder(amount));
        assertThat(server.becomes(id, state).path("loan").isNull()).isTrue();
        assertThat(server.ledger(id)).isEmpty();
        return server.events("bank.InstructionConfirmed", id + "%10800.00%0.13");
    }

    @Test
    void whatIsNotDecidedYetCanBeCancelled() {
        server.script("PayOut", "SILENT");
        var payout = server.payOut("12000.00");
        server.becomes(payout, "ACCEPTED");
        var cancel = "instr-" + UUID.randomUUID();
        server.instruct(cancel, new Order.Cancel(new InstructionId(payout), Money.of("CNY", "12000.00")));
        server.becomes(cancel, "CONFIRMED");
        server.becomes(payout, "REJECTED");
        assertThat(server.ledger(payout)).isEmpty();
    }

    /** Two workers may have them at once; a bank that hears of the cancel first knows of nothing to stop. */
    @Test
    void aCancelDoesNotOvertakeWhatItCancels() {
        server.script("PayOut", "SILENT");
        var payout = "instr-" + UUID.randomUUID();
        var cancel = "instr-" + UUID.randomUUID();
        server.instruct(cancel, new Order.Cancel(new InstructionId(payout), Money.of("CNY", "12000.00")));
        await().until(() -> server.wasTaken(cancel));
        server.instruct(payout, server.payOutOrder("loan-" + UUID.randomUUID(), "12000.00"));
        server.becomes(cancel, "CONFIRMED");
        server.becomes(payout, "REJECTED");
    }

    @Test
    void whatIsPaidCannotBeCancelled() {
        server.script("PayOut");
        var payout = server.payOut("12000.00");
        server.becomes(payout, "CONFIRMED");
        var cancel = "instr-" + UUID.randomUUID();
        server.instruct(cancel, new Order.Cancel(new InstructionId(payout), Money.of("CNY", "12000.00")));
        server.becomes(cancel, "REJECTED");
        paidOnce(payout);
    }

    @Test
    void aCustomerWhoPaysTheBankIsReported() {
        var loan = "loan-" + UUID.randomUUID();
        var body = "{\"loan\":\"%s\",\"amount\":{\"amount\":\"4079.17\",\"currency\":\"CNY\"},\"date\":\"2026-02-01\"}"
                .formatted(loan);
        assertThat(server.send("bank", "POST", "/sandbox/payments", body).statusCode())
                .isEqualTo(202);
        await().until(() -> server.events("bank.RepaymentReported", loan) == 1);
        assertThat(server.send("officer", "POST", "/sandbox/payments", body).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSamePayoutIsNotOrderedUnderTwoIds() {
        server.script("PayOut");
        var order = server.payOutOrder("loan-" + UUID.randomUUID(), "12000.00");
        var first = "instr-" + UUID.randomUUID();
        server.instruct(first, order);
        assertThatThrownBy(() -> server.instruct("instr-" + UUID.randomUUID(), order))
                .isInstanceOf(ClaimTaken.class);
        server.becomes(first, "CONFIRMED");
    }

    @Test
    void instructionsAreListedByStateBankAndLoan() {
        server.script("PayOut");
        var loan = "loan-" + UUID.randomUUID();
        var id = "instr-" + UUID.randomUUID();
        server.instruct(id, server.payOutOrder(loan, "12000.00"));
        server.becomes(id, "CONFIRMED");
        var path = "/api/v1/instructions?state=CONFIRMED&bank=sandbox&loan=" + loan;
        for (var user : new String[] {"officer", "bank"}) {
            var items = BankServer.json(server.get(user, path)).path("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.get(0).path("id").asString("")).isEqualTo(id);
        }
        assertThat(server.get("officer", "/api/v1/instructions?colour=red").statusCode())
                .isEqualTo(400);
        assertThat(server.get("officer", "/api/v1/instructions/instr-none").statusCode())
                .isEqualTo(404);
        assertThat(server.get("bank", "/api/v1/breaks").statusCode()).isEqualTo(403);
        assertThat(server.get("officer", "/api/v1/banks").body()).contains("\"id\":\"sandbox\"");
    }

    @Test
    void theClockNeverGoesBack() {
        var answer = server.send("bank", "PUT", "/sandbox/clock", "{\"now\":\"2020-01-01T00:00:00Z\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("clock-backwards");
    }

    @Test
    void nothingWaitsForNothing() {
        server.script("PayOut", "SILENT");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "ACCEPTED");
        server.bean(StuckWorkAudit.class).run();
        assertThat(server.bean(JdbcClient.class)
                        .sql("select id from runtime.stuck_work where id = ?")
                        .param(instruction)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void everyOperationOfBanksHasItsExamples() {
        var paths = BankServer.json(server.get("officer", "/v3/api-docs")).path("paths");
        var seen = new ArrayList<String>();
        paths.properties().stream()
                .filter(path -> path.getKey().matches("/(sandbox|callbacks|api/v1/(banks|breaks|instructions))(/.*)?"))
                .flatMap(path -> path.getValue().properties().stream())
                .forEach(operation -> {
                    seen.add(operation.getValue().path("operationId").asString(""));
                    complete(operation.getValue());
                });
        assertThat(seen)
                .contains(
                        "receiveCallback",
                        "listBanks",
                        "listBreaks",
                        "getInstruction",
                        "listInstructions",
                        "paySandbox",
                        "scriptSandbox",
                        "getSandboxScript",
                        "listSandboxLedger",
                        "moveClock");
    }

    private static void complete(JsonNode operation) {
        var name = operation.path("operationId").asString("");
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(type -> assertThat(type.getValue().has("example"))
                        .as("request of %s", name)
                        .isTrue());
        operation.path("responses").properties().stream()
                .filter(answer ->
                        answer.getKey().startsWith("2") && !answer.getKey().equals("204"))
                .flatMap(answer -> answer.getValue().path("content").properties().stream())
                .forEach(type -> assertThat(type.getValue().has("example"))
                        .as("answer of %s", name)
                        .isTrue());
    }
}
