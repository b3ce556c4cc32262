package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The day after: the bank's statement against what we believe. */
class ReconciliationTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private BankServer server;
    private LocalDate day;

    @BeforeEach
    void start() {
        server = BankServer.start(TestDatabase.fresh("bank"), folder, "--tallystick.banks.sandbox.hours.zone=" + ZONE);
        day = LocalDate.ofInstant(server.now(), ZONE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode nextDay() {
        server.passes(Duration.ofHours(24));
        assertThat(take().path("taken").asBoolean()).isTrue();
        await().until(() -> report().isPresent());
        return report().orElseThrow();
    }

    private JsonNode take() {
        var answer = server.send(
                "operations", "POST", "/api/v1/banks/sandbox/statements", "{\"day\":\"%s\"}".formatted(day));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return BankServer.json(answer);
    }

    /** The gateway takes the days before by itself. */
    private Optional<JsonNode> report() {
        return BankServer.json(server.get("finance", "/api/v1/banks/sandbox/statements"))
                .path("items")
                .valueStream()
                .filter(report -> report.path("day").asString("").equals(day.toString()))
                .findFirst();
    }

    private String inTransit() {
        return server.get("finance", "/api/v1/banks/sandbox/in-transit").body();
    }

    private void breakOf(String kind, int many) {
        await().alias(kind).until(() -> server.breaks("kind=" + kind).size() == many);
    }

    @Test
    void rule12WhatTheStatementShowsIsReconciledOnce() {
        server.script("PayOut");
        var paid = server.payOut("12000.00");
        server.becomes(paid, "CONFIRMED");
        await().until(() -> inTransit().contains(paid));
        var report = nextDay();
        assertThat(inTransit()).doesNotContain(paid);
        assertThat(report.path("matched").asInt()).isEqualTo(1);
        assertThat(report.path("lines").asInt()).isEqualTo(1);
        assertThat(server.events("bank.InstructionReconciled", paid)).isEqualTo(1);
        take();
        assertThat(server.events("bank.InstructionReconciled", paid))
                .as("taken again")
                .isEqualTo(1);
        assertThat(server.breaks("state=OPEN")).isEmpty();
    }

    @Test
    void whatDoesNotFitIsABreakAndWhatNobodyKnewIsHandedOn() {
        server.script("PayOut", "SILENT", "WRONG_AMOUNT", "LATE_RETURN");
        var never = server.payOut("12000.00");
        server.becomes(never, "ACCEPTED");
        var confirmation = """
            {"type":"payout.confirmed","sequence":900,"instruction":"%s","bankReference":"SB-900",
             "amount":{"amount":"12000.00","currency":"CNY"},"payee":"%s","valueDate":"%s","reason":null}
            """.formatted(never, BankServer.PAYEE, day);
        assertThat(server.callback("msg-" + UUID.randomUUID(), confirmation).statusCode())
                .isEqualTo(204);
        server.becomes(never, "CONFIRMED");
        server.script("PayOut", "SILENT", "WRONG_AMOUNT", "LATE_RETURN");
        var neither = server.payOut("12000.00");
        server.becomes(neither, "ACCEPTED");
        assertThat(server.callback(
                                "msg-" + UUID.randomUUID(),
                                confirmation.replace(never, neither).replace("SB-900", "SB-901"))
                        .statusCode())
                .isEqualTo(204);
        server.becomes(neither, "CONFIRMED");
        var doubted = server.payOut("500.00");
        breakOf("amount", 1);
        var returned = server.payOut("700.00");
        server.becomes(returned, "CONFIRMED");
        server.passes(Duration.ofSeconds(3));
        server.becomes(returned, "RETURNED");
        var loan = "loan-" + UUID.randomUUID();
        var payment = "{\"loan\":\"%s\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"CNY\"},\"date\":\"%s\"}"
                .formatted(loan, day);
        server.script("Payment", "DROP");
        assertThat(server.send("bank", "POST", "/sandbox/payments", payment).statusCode())
                .isEqualTo(202);
        var report = nextDay();
        breakOf("only-ours", 2);
        server.becomes(doubted, "CONFIRMED");
        assertThat(server.events("bank.RepaymentReported", loan)).isEqualTo(1);
        assertThat(report.path("onlyOurs").asInt()).isEqualTo(2);
        assertThat(report.path("repayments").asInt()).isEqualTo(1);
        assertThat(report.path("matched").asInt()).as("%s", report).isEqualTo(3);
        assertThat(server.events("bank.InstructionReconciled", returned))
                .as("out and back")
                .isEqualTo(2);
    }

    @Test
    void rule12NoDayIsLeftOutThoughNobodyAskedForTwoDays() throws Exception {
        server.script("PayOut");
        server.becomes(server.payOut("12000.00"), "CONFIRMED");
        server.passes(Duration.ofDays(3));
        server.job("bank-statements").task().run();
        await().until(() -> report().isPresent());
        assertThat(report().orElseThrow().path("matched").asInt()).isEqualTo(1);
    }

    @Test
    void aDayThatIsNotOverIsRefused() {
        var today = "{\"day\":\"%s\"}".formatted(day);
        assertThat(server.send("operations", "POST", "/api/v1/banks/sandbox/statements", today)
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.send("officer", "POST", "/api/v1/banks/sandbox/statements", today)
                        .statusCode())
                .isEqualTo(403);
    }
}
