package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.api.Order;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Money in doubt is listed with its owner, and two people end what asking does not. What comes after a cut-off waits. */
class CasesTest {
    @TempDir
    static Path folder;

    private static BankServer server;

    @BeforeAll
    static void start() {
        server = BankServer.start(
                TestDatabase.fresh("bank"),
                folder,
                "--tallystick.banks.sandbox.hours.refund=03:17-03:18",
                "--tallystick.banks.sandbox.hours.weekend=");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode post(String user, String path, String body, int status) {
        var answer = server.send(user, "POST", "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return BankServer.json(answer);
    }

    private static String doubts() {
        return server.get("officer", "/api/v1/doubts").body();
    }

    @Test
    void aDoubtIsListedAndTwoPeopleEndIt() {
        server.script("PayOut", "SILENT");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "ACCEPTED");
        var path = "/instructions/" + instruction + "/resolution";
        var body = "{\"outcome\":\"CONFIRMED\",\"valueDate\":\"%s\",\"evidence\":\"statement, line 17\"}"
                .formatted(today());
        assertThat(post("operations", path, body, 409).path("code").asString(""))
                .isEqualTo("not-in-doubt");
        server.passes(Duration.ofHours(25));
        await().until(() -> doubts().contains(instruction));
        await().until(() -> server.breaks("kind=doubt&state=OPEN&instruction=" + instruction)
                        .size()
                == 1);
        assertThat(doubts()).contains("\"owner\":\"operations\"");
        assertThat(server.get("finance", "/api/v1" + path).statusCode()).isEqualTo(404);
        post("operations", path, body, 200);
        var shown = BankServer.json(server.get("finance", "/api/v1" + path));
        var hash = shown.path("hash").asString("");
        var approval = "{\"hash\":\"%s\"}".formatted(hash);
        assertThat(post("operations", path + "/approval", approval, 409)
                        .path("code")
                        .asString(""))
                .isEqualTo("four-eyes");
        assertThat(post("finance", path + "/approval", approval, 200)
                        .path("instructionState")
                        .asString(""))
                .isEqualTo("CONFIRMED");
        server.becomes(instruction, "CONFIRMED");
        await().until(() -> server.breaks("kind=doubt&state=RESOLVED&instruction=" + instruction)
                        .size()
                == 1);
        assertThat(doubts()).doesNotContain(instruction);
    }

    @Test
    void aBreakIsExplainedByOneAndClosedByAnother() {
        server.script("PayOut", "WRONG_AMOUNT");
        var instruction = server.payOut("12000.00");
        await().until(() ->
                server.breaks("state=OPEN&instruction=" + instruction).size() == 1);
        assertThat(doubts()).contains(instruction);
        var id = server.breaks("instruction=" + instruction)
                .getFirst()
                .path("id")
                .asString("");
        var path = "/breaks/" + id + "/resolution";
        assertThat(post("officer", path, "{\"explanation\":\"a slip\"}", 403)).isNotNull();
        var hash = post("operations", path, "{\"explanation\":\"a slip\"}", 200)
                .path("hash")
                .asString("");
        post("finance", path + "/approval", "{\"hash\":\"%s\"}".formatted(hash), 200);
        await().until(() ->
                server.breaks("state=RESOLVED&instruction=" + instruction).size() == 1);
        assertThat(doubts()).as("nobody has said where the money is").contains(instruction);
        post("operations", "/breaks/break-none/resolution", "{\"explanation\":\"a slip\"}", 404);
    }

    @Test
    void rule15AnOrderAfterTheCutOffIsHeldAndShown() {
        var instruction = "instr-" + UUID.randomUUID();
        var account = server.payOutOrder("loan-x", "1.00").account();
        var loan = new LoanId("loan-" + UUID.randomUUID());
        server.instruct(instruction, new Order.Refund(loan, Money.of("CNY", "10.00"), "SB-1", account));
        await().until(() -> !server.instruction(instruction).path("heldUntil").isNull());
        assertThat(server.ledger(instruction)).isEmpty();
        var opening = java.time.Instant.parse(
                server.instruction(instruction).path("heldUntil").asString(""));
        server.passes(Duration.between(server.now(), opening).plusSeconds(1));
        server.becomes(instruction, "CONFIRMED");
        assertThat(server.ledger(instruction)).hasSize(1);
    }

    @Test
    void aCancelEndsWhatIsHeldAndDoesNotFollowItToTheBank() {
        var instruction = "instr-" + UUID.randomUUID();
        var account = server.payOutOrder("loan-x", "1.00").account();
        var loan = new LoanId("loan-" + UUID.randomUUID());
        server.instruct(instruction, new Order.Refund(loan, Money.of("CNY", "10.00"), "SB-1", account));
        await().until(() -> !server.instruction(instruction).path("heldUntil").isNull());
        var cancel = "instr-" + UUID.randomUUID();
        server.instruct(cancel, new Order.Cancel(new InstructionId(instruction), Money.of("CNY", "10.00")));
        server.becomes(instruction, "REJECTED");
        server.becomes(cancel, "CONFIRMED");
        assertThat(server.instruction(cancel).path("attempts").asInt(-1)).isZero();
        assertThat(server.ledger(instruction)).isEmpty();
    }

    /** The bank said that it was too late, and forgot what it had taken in: the wish stands. */
    @Test
    void whatTwoPeopleSayWasNotSentIsNotSentAfterACancelThatCameTooLate() {
        server.script("PayOut", "SILENT");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "ACCEPTED");
        server.script("Cancel", "REJECT");
        var cancel = "instr-" + UUID.randomUUID();
        server.instruct(cancel, new Order.Cancel(new InstructionId(instruction), Money.of("CNY", "12000.00")));
        server.becomes(cancel, "REJECTED");
        server.passes(Duration.ofHours(25));
        await().until(() -> doubts().contains(instruction));
        var path = "/instructions/" + instruction + "/resolution";
        var hash = post("operations", path, "{\"outcome\":\"NOT_SENT\",\"evidence\":\"a call, 9 am\"}", 200)
                .path("hash")
                .asString("");
        post("finance", path + "/approval", "{\"hash\":\"%s\"}".formatted(hash), 200);
        server.passes(Duration.ofMinutes(1));
        server.becomes(instruction, "REJECTED");
        assertThat(server.instruction(instruction).path("attempts").asInt(-1)).isEqualTo(1);
        assertThat(server.ledger(instruction)).isEmpty();
    }

    @Test
    void rule13ACancelOfWhatNeverComesIsHandedOver() {
        var cancel = "instr-" + UUID.randomUUID();
        var nothing = new InstructionId("instr-" + UUID.randomUUID());
        server.instruct(cancel, new Order.Cancel(nothing, Money.of("CNY", "10.00")));
        await().until(() -> server.wasTaken(cancel));
        server.passes(Duration.ofHours(25));
        await().until(() -> server.events("bank.DoubtHandedOver", cancel) == 1);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(server.now(), ZoneOffset.UTC);
    }
}
