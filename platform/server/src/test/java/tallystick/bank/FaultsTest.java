package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tallystick.bank.api.Order;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.runtime.testing.TestDatabase;

/** Every fault of the script: it happens, the money moves at most once, and the instruction ends where it must. */
class FaultsTest {
    private static final Duration SOON = Duration.ofSeconds(31);

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

    private static List<String> booked(String instruction) {
        return server.ledger(instruction).stream()
                .map(row -> row.path("type").asString(""))
                .toList();
    }

    private static void breakOf(String instruction, String kind) {
        await().alias(kind)
                .until(() -> !server.breaks("kind=" + kind + "&instruction=" + instruction)
                        .isEmpty());
    }

    /** Lets the time pass in steps, as long as it takes. */
    private static void becomesInTime(String instruction, String state) {
        for (var step = 0; step < 12; step++) {
            server.passes(SOON);
            if (settles(instruction, state)) {
                return;
            }
        }
        server.becomes(instruction, state);
    }

    private static boolean settles(String instruction, String state) {
        var until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (System.nanoTime() < until) {
            if (server.instruction(instruction).path("state").asString("").equals(state)) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "DELAY",
        "TIMEOUT_BEFORE",
        "TIMEOUT_AFTER_SUCCESS",
        "RESET",
        "STATUS_500",
        "GARBAGE",
        "DUPLICATE",
        "REORDER",
        "DROP",
        "FORGED",
        "STALE",
        "STATUS_429",
        "OUTAGE"
    })
    void inTheEndThePayoutIsConfirmedAndPaidOnce(String fault) {
        server.script("PayOut", fault);
        var instruction = server.payOut("12000.00");
        await().until(() ->
                !server.instruction(instruction).path("state").asString("").matches("COMMITTED|SENT"));
        becomesInTime(instruction, "CONFIRMED");
        assertThat(booked(instruction)).containsExactly("PAYOUT");
        assertThat(server.events("bank.InstructionConfirmed", instruction)).isEqualTo(1);
        assertThat(server.proof()).isNotBlank();
    }

    /** Told of a cancel for what it never read, the bank would say that it is too late, and be sent the order again. */
    @ParameterizedTest
    @ValueSource(strings = {"PayOut", "RequestCredit"})
    void whatTheBankNeverReadIsNotSentAgainAfterItsCancel(String kind) {
        server.script(kind, "TIMEOUT_BEFORE");
        var instruction = "instr-" + UUID.randomUUID();
        server.instruct(
                instruction,
                kind.equals("PayOut")
                        ? server.payOutOrder("loan-" + UUID.randomUUID(), "12000.00")
                        : server.creditOrder("12000.00"));
        server.becomes(instruction, "UNKNOWN");
        var cancel = "instr-" + UUID.randomUUID();
        server.instruct(cancel, new Order.Cancel(new InstructionId(instruction), Money.of("CNY", "12000.00")));
        becomesInTime(cancel, "CONFIRMED");
        server.becomes(instruction, "REJECTED");
        assertThat(server.instruction(cancel).path("attempts").asInt(-1)).isZero();
        assertThat(server.instruction(instruction).path("attempts").asInt(-1)).isEqualTo(1);
        assertThat(booked(instruction)).isEmpty();
    }

    @Test
    void whatTheBankDidThoughNobodyKnewIsNotSaidToBeCancelled() {
        server.script("PayOut", "TIMEOUT_AFTER_SUCCESS");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "UNKNOWN");
        var cancel = "instr-" + UUID.randomUUID();
        server.instruct(cancel, new Order.Cancel(new InstructionId(instruction), Money.of("CNY", "12000.00")));
        becomesInTime(instruction, "CONFIRMED");
        becomesInTime(cancel, "REJECTED");
        assertThat(booked(instruction)).containsExactly("PAYOUT");
    }

    @Test
    void aRefusedPayoutMovesNothing() {
        server.script("PayOut", "REJECT");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "REJECTED");
        assertThat(booked(instruction)).isEmpty();
    }

    @Test
    void aFrozenAccountIsRefusedWithThatReason() {
        server.script("PayOut", "FROZEN");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "REJECTED");
        assertThat(booked(instruction)).isEmpty();
        assertThat(server.events("bank.InstructionRejected", "ACCOUNT_FROZEN")).isEqualTo(1);
    }

    @Test
    void anotherPayeeIsNotConfirmed() {
        server.script("PayOut", "OTHER_PAYEE");
        var instruction = server.payOut("12000.00");
        breakOf(instruction, "payee");
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
        assertThat(booked(instruction)).containsExactly("PAYOUT");
    }

    @Test
    void aCreditIsGrantedOnOtherTerms() {
        server.script("RequestCredit", "OTHER_TERMS");
        var instruction = "instr-" + UUID.randomUUID();
        server.instruct(instruction, server.creditOrder("12000.00"));
        server.becomes(instruction, "CONFIRMED");
        assertThat(server.events("bank.InstructionConfirmed", "10800.00")).isEqualTo(1);
    }

    @Test
    void aContradictionOpensABreakAndTheFirstWordStands() {
        server.script("PayOut", "CONTRADICT");
        var instruction = server.payOut("12000.00");
        breakOf(instruction, "contradictory-final");
        assertThat(server.instruction(instruction).path("state").asString("")).matches("CONFIRMED|REJECTED");
        assertThat(booked(instruction)).containsExactly("PAYOUT");
    }

    @Test
    void aLateReturnUndoesTheConfirmation() {
        server.script("PayOut", "LATE_RETURN");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "CONFIRMED");
        server.passes(Duration.ofSeconds(3));
        server.becomes(instruction, "RETURNED");
        assertThat(booked(instruction)).containsExactlyInAnyOrder("PAYOUT", "RETURN");
    }

    @Test
    void aDebitComesBackForAReasonOfItsOwn() {
        server.script("Collect", "LATE_RETURN");
        var instruction = "instr-" + UUID.randomUUID();
        server.instruct(instruction, server.collectOrder("loan-" + UUID.randomUUID(), "4079.17"));
        server.becomes(instruction, "CONFIRMED");
        server.passes(Duration.ofSeconds(3));
        server.becomes(instruction, "RETURNED");
        var reasons = List.of("INSUFFICIENT_FUNDS", "NO_MANDATE", "REFUND_ASKED_BY_DEBTOR");
        assertThat(reasons)
                .filteredOn(why -> server.events("bank.InstructionReturned", why) == 1)
                .hasSize(1);
    }

    @Test
    void aWrongAmountIsNotConfirmed() {
        server.script("PayOut", "WRONG_AMOUNT");
        var instruction = server.payOut("12000.00");
        breakOf(instruction, "amount");
        server.passes(SOON);
        await().until(() -> server.events("bank.SilenceEscalated", instruction) > 0);
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
        assertThat(server.breaks("instruction=" + instruction)).hasSize(1);
    }

    @Test
    void aPartialCollectionIsConfirmedForWhatCame() {
        server.script("Collect", "PARTIAL");
        var instruction = "instr-" + UUID.randomUUID();
        server.instruct(instruction, server.collectOrder("loan-" + UUID.randomUUID(), "4079.17"));
        server.becomes(instruction, "CONFIRMED");
        assertThat(server.ledger(instruction))
                .singleElement()
                .satisfies(row -> assertThat(row.path("amount").path("amount").asString(""))
                        .isEqualTo("2039.59"));
        assertThat(server.events("bank.InstructionConfirmed", "2039.59")).isEqualTo(1);
    }

    @Test
    void aPartialPayoutIsAPersonsToLookAt() {
        server.script("PayOut", "PARTIAL");
        breakOf(server.payOut("12000.00"), "amount");
    }

    @Test
    void whatIsAnsweredIsNotSentAgain() {
        server.script("PayOut", "DUPLICATE");
        server.becomes(server.payOut("12000.00"), "CONFIRMED");
        await().until(() -> answers() == 3);
        server.passes(Duration.ofSeconds(3));
        server.becomes(server.payOut("12000.00"), "CONFIRMED");
        assertThat(answers()).isEqualTo(3);
    }

    private static int answers() {
        return server.proof().split("answered 204", -1).length - 1;
    }

    @Test
    void theMessageOnTheCounterfeitPaperWasRefused() {
        for (var fault : List.of("FORGED", "STALE")) {
            server.script("PayOut", fault);
            server.becomes(server.payOut("12000.00"), "CONFIRMED");
            await().until(() -> server.proof().contains("answered 401"));
        }
    }
}
