package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.api.BankCommand.StartSubmission;
import tallystick.bank.sandbox.SandboxServer;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.testing.TestDatabase;

/** Several nodes share the work, a node that stops loses none, and the bank may be a process of its own. */
class SeveralProcessesTest {
    @TempDir
    Path folder;

    @Test
    void twoNodesPayEachPayoutOnce() {
        var database = TestDatabase.fresh("bank");
        try (var one = BankServer.start(database, folder.resolve("one"));
                var two = BankServer.start(database, folder.resolve("two"))) {
            var instructions = new ArrayList<String>();
            for (var i = 0; i < 40; i++) {
                instructions.add((i % 2 == 0 ? one : two).payOut("12000.00"));
            }
            for (var instruction : instructions) {
                assertThat(one.becomes(instruction, "CONFIRMED")
                                .path("attempts")
                                .asInt(0))
                        .isEqualTo(1);
                assertThat(two.ledger(instruction)).hasSize(1);
            }
        }
    }

    @Test
    void aSubmissionWhoseNodeWasLostIsAskedAboutBeforeItIsRepeated() {
        try (var node = BankServer.start(TestDatabase.fresh("bank"), folder)) {
            var instruction = lost(node);
            node.passes(Duration.ofSeconds(46));
            node.becomes(instruction, "UNKNOWN");
            node.passes(Duration.ofSeconds(31));
            node.becomes(instruction, "NOT_SENT");
            assertThat(node.ledger(instruction)).isEmpty();
            node.passes(Duration.ofSeconds(31));
            assertThat(node.becomes(instruction, "CONFIRMED").path("attempts").asInt(0))
                    .isEqualTo(2);
            assertThat(node.ledger(instruction)).hasSize(1);
        }
    }

    /** As a node leaves it that dies between the record of the submission and its first byte. */
    private static String lost(BankServer node) {
        while (true) {
            var instruction = node.payOut("12000.00");
            try {
                var start = new StartSubmission(new InstructionId(instruction), 1, node.now());
                node.bean(Commands.class).sendAndWait(start);
                node.becomes(instruction, "SENT");
                return instruction;
            } catch (Refused _) {
                node.becomes(instruction, "CONFIRMED"); // The living node was faster; once more.
            }
        }
    }

    @Test
    void theBankMayRunAsAProcessOfItsOwn() throws Exception {
        var its = TestDatabase.empty().address();
        var port = freePort();
        var settings = Map.of(
                "port",
                "0",
                "secret",
                BankServer.SECRET,
                "database.url",
                its.url(),
                "database.user",
                its.user(),
                "database.password",
                its.password(),
                "callback",
                "http://127.0.0.1:" + port + "/callbacks/sandbox/webhook");
        try (var bank = SandboxServer.start(settings);
                var node = BankServer.start(
                        TestDatabase.fresh("bank"),
                        folder,
                        "--server.port=" + port,
                        "--tallystick.banks.sandbox.url=http://127.0.0.1:" + bank.port())) {
            var instruction = node.payOut("12000.00");
            node.becomes(instruction, "CONFIRMED");
            assertThat(node.ledger(instruction)).hasSize(1);
            node.script("PayOut", "RESET");
            var broken = node.payOut("12000.00");
            node.becomes(broken, "UNKNOWN");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
