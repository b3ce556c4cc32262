package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** Banks that are not as they should be: what proves nothing can only make us ask, and who hangs hangs alone. */
class OddBanksTest {
    @TempDir
    Path folder;

    @Test
    void rule8AWeakChannelOnlyMakesUsAsk() {
        try (var server =
                BankServer.start(TestDatabase.fresh("bank"), folder, "--tallystick.banks.weak.adapter=weak")) {
            var instruction = "instr-" + UUID.randomUUID();
            server.instruct("weak", instruction, server.payOutOrder("loan-" + UUID.randomUUID(), "12000.00"));
            server.becomes(instruction, "ACCEPTED");
            var asked = WeakBankFactory.ASKED.get();
            said(server, instruction);
            await().until(() -> WeakBankFactory.ASKED.get() > asked);
            assertThat(server.instruction(instruction).path("state").asString(""))
                    .isEqualTo("ACCEPTED");
            assertThat(server.events("bank.InstructionConfirmed", instruction)).isZero();
            said(server, "loan-" + UUID.randomUUID());
            await().until(() -> server.breaks("bank=weak&kind=weak-channel").size() == 1);
            assertThat(server.events("bank.RepaymentReported", "W-2")).isZero();
        }
    }

    @Test
    void rule14ABankThatHangsHoldsNobodyElseBack() {
        try (var server = BankServer.start(
                TestDatabase.fresh("bank"),
                folder,
                "--tallystick.banks.slow.adapter=weak",
                "--tallystick.banks.slow.hangs=true")) {
            for (var n = 0; n < 60; n++) {
                server.instruct("slow", "instr-slow-" + n, server.payOutOrder("loan-slow-" + n, "12000.00"));
            }
            server.becomes("instr-slow-0", "SENT");
            server.becomes(server.payOut("12000.00"), "CONFIRMED");
            assertThat(sent(server)).as("as many as it has places").isBetween(1L, 16L);
        }
    }

    private static long sent(BankServer server) {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from bank.instructions_v1 where bank = 'slow' and state = 'SENT'")
                .query(Long.class)
                .single();
    }

    private static void said(BankServer server, String what) {
        var request = HttpRequest.newBuilder(server.at("/callbacks/weak/open"))
                .POST(BodyPublishers.ofString(what))
                .build();
        assertThat(server.sent(request).statusCode()).isEqualTo(204);
    }
}
