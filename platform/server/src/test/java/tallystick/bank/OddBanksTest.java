package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Banks that are not as they should be: what proves nothing can only make us ask, and who hangs hangs alone. */
class OddBanksTest {
    @TempDir
    static Path folder;

    private static BankServer server;

    @BeforeAll
    static void start() {
        server = BankServer.start(
                TestDatabase.fresh("bank"),
                folder,
                "--tallystick.banks.weak.adapter=weak",
                "--tallystick.banks.slow.adapter=weak",
                "--tallystick.banks.slow.hangs=true",
                "--tallystick.banks.west.adapter=sandbox");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void rule8AWeakChannelOnlyMakesUsAsk() {
        var instruction = "instr-" + UUID.randomUUID();
        server.instruct("weak", instruction, server.payOutOrder("loan-" + UUID.randomUUID(), "12000.00"));
        server.becomes(instruction, "ACCEPTED");
        var asked = WeakBankFactory.ASKED.get();
        said(instruction);
        await().until(() -> WeakBankFactory.ASKED.get() > asked);
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
        assertThat(server.events("bank.InstructionConfirmed", instruction)).isZero();
        said("loan-" + UUID.randomUUID());
        await().until(() -> server.breaks("bank=weak&kind=weak-channel").size() == 1);
        assertThat(server.events("bank.RepaymentReported", "W-2")).isZero();
    }

    @Test
    void rule14ABankThatHangsHoldsNobodyElseBack() {
        for (var n = 0; n < 60; n++) {
            server.instruct("slow", "instr-slow-" + n, server.payOutOrder("loan-slow-" + n, "12000.00"));
        }
        server.becomes("instr-slow-0", "SENT");
        server.becomes(server.payOut("12000.00"), "CONFIRMED");
        assertThat(sent()).as("as many as it has places").isBetween(1L, 16L);
    }

    @Test
    void eachOfTwoSandboxesHasHandlesOfItsOwn() {
        var refuses = """
            {"seed":1,"faults":[{"on":"PayOut","nth":1,"fault":"REJECT"}]}
            """;
        assertThat(server.send("bank", "PUT", "/sandbox/script?bank=west", refuses)
                        .statusCode())
                .isEqualTo(200);
        server.becomes(server.payOut("12000.00"), "CONFIRMED");
        server.instruct("west", "instr-west", server.payOutOrder("loan-west", "12000.00"));
        server.becomes("instr-west", "REJECTED");
        server.instruct("west", "instr-west-2", server.payOutOrder("loan-west", "12000.00"));
        server.becomes("instr-west-2", "CONFIRMED");
        assertThat(ledger("instr-west-2", "&bank=west")).hasSize(1);
        assertThat(ledger("instr-west-2", "")).isEmpty();
        assertThat(server.get("bank", "/sandbox/script?bank=weak").statusCode())
                .as("no sandbox")
                .isEqualTo(422);
    }

    private static List<JsonNode> ledger(String instruction, String bank) {
        var answer = server.get("bank", "/sandbox/ledger?instruction=" + instruction + bank);
        return BankServer.json(answer).path("items").valueStream().toList();
    }

    private static long sent() {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from bank.instructions_v1 where bank = 'slow' and state = 'SENT'")
                .query(Long.class)
                .single();
    }

    private static void said(String what) {
        var request = HttpRequest.newBuilder(server.at("/callbacks/weak/open"))
                .POST(BodyPublishers.ofString(what))
                .build();
        assertThat(server.sent(request).statusCode()).isEqualTo(204);
    }
}
