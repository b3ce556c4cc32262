package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.runtime.testing.TestDatabase;

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
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        server.breaks("kind=doubt&instruction=" + instruction).size() == 1);
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
    }
}
