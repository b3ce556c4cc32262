package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** What a bank, or somebody who would like to be one, can do at the door. Only a right signature gets anywhere. */
class CallbacksTest {
    private static final String WRONG = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

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

    private static String fresh() {
        return "msg-" + UUID.randomUUID();
    }

    private static void answered(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    /** An instruction that the bank has and says nothing of. */
    private static String silent() {
        server.script("PayOut", "SILENT");
        var instruction = server.payOut("12000.00");
        server.becomes(instruction, "ACCEPTED");
        return instruction;
    }

    private static String confirmation(String instruction, String amount) {
        return """
            {"type":"payout.confirmed","sequence":900,"instruction":"%s","bankReference":"SB-900",
             "amount":{"amount":"%s","currency":"CNY"},"payee":"%s","valueDate":"2026-01-02","reason":null}
            """.formatted(instruction, amount, BankServer.PAYEE);
    }

    private static void breakOf(String filter) {
        await().alias(filter).until(() -> !server.breaks(filter).isEmpty());
    }

    private static long kept(String id) {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from bank.inbox where message_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void aSignedConfirmationConfirmsOnceHoweverOftenItComes() {
        var instruction = silent();
        var id = fresh();
        var body = confirmation(instruction, "12000.00");
        answered(server.callback(id, body), 204);
        answered(server.callback(id, body), 204);
        server.becomes(instruction, "CONFIRMED");
        answered(server.callback(fresh(), body), 204);
        assertThat(kept(id)).isEqualTo(1);
        assertThat(server.breaks("instruction=" + instruction)).isEmpty();
    }

    @Test
    void aWrongSignatureIsTurnedAwayAndNothingIsKept() {
        var instruction = silent();
        var id = fresh();
        answered(server.callback(id, server.now(), WRONG, confirmation(instruction, "12000.00")), 401);
        assertThat(kept(id)).isZero();
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
    }

    @Test
    void anOldSignatureIsTurnedAway() {
        var body = confirmation(silent(), "12000.00");
        var window = Duration.ofMinutes(5);
        answered(server.callback(fresh(), server.now().minus(window).minusSeconds(2), BankServer.SECRET, body), 401);
        answered(server.callback(fresh(), server.now().plus(window).plusSeconds(5), BankServer.SECRET, body), 401);
        answered(server.callback(fresh(), server.now().minus(window).plusSeconds(30), BankServer.SECRET, body), 204);
    }

    @Test
    void withoutSignatureItIsTurnedAwayWhateverItIs() {
        for (var type :
                new String[] {"application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense"}) {
            answered(unsigned("/callbacks/sandbox/webhook", type, "{not json"), 401);
        }
    }

    @Test
    void anUnknownBankOrChannelIsNotFound() {
        answered(unsigned("/callbacks/nobody/webhook", "application/json", "{}"), 404);
        answered(unsigned("/callbacks/sandbox/pigeon", "application/json", "{}"), 404);
    }

    @Test
    void moreThanAMegabyteIsTooLarge() {
        answered(unsigned("/callbacks/sandbox/webhook", "application/json", "x".repeat((1 << 20) + 1)), 413);
    }

    @Test
    void whatIsVerifiedAndUnreadableIsKeptAndAPersonsToLookAt() {
        answered(server.callback(fresh(), "this is no JSON"), 204);
        answered(server.callback(fresh(), "{\"type\":\"payout.exploded\"}"), 204);
        breakOf("kind=unreadable");
    }

    @Test
    void anUnknownInstructionIsABreak() {
        answered(server.callback(fresh(), confirmation("I-2", "12000.00")), 204);
        await().until(() -> server.breaks("kind=unknown-instruction").stream()
                .anyMatch(open -> open.path("found").asString("").equals("I-2")));
    }

    @Test
    void anotherAmountIsABreakAndDoesNotConfirm() {
        var instruction = silent();
        answered(server.callback(fresh(), confirmation(instruction, "12000.01")), 204);
        breakOf("kind=amount&instruction=" + instruction);
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
    }

    @Test
    void anotherPayeeIsABreakThatDoesNotSayWho() {
        var instruction = silent();
        var body = confirmation(instruction, "12000.00").replace(BankServer.PAYEE, "6222020200199999999");
        answered(server.callback(fresh(), body), 204);
        breakOf("kind=payee&instruction=" + instruction);
        assertThat(server.breaks("kind=payee").toString()).doesNotContain("6222");
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
    }

    @Test
    void aConfirmationOfAnotherOperationIsABreak() {
        var instruction = silent();
        var body = confirmation(instruction, "12000.00").replace("payout.", "credit.");
        answered(server.callback(fresh(), body), 204);
        breakOf("kind=other-operation");
        assertThat(server.instruction(instruction).path("state").asString("")).isEqualTo("ACCEPTED");
    }

    @Test
    void aKeyUsedTwiceIsABreakAndTheFirstMessageCounts() {
        var instruction = silent();
        var id = fresh();
        answered(server.callback(id, confirmation(instruction, "12000.00")), 204);
        answered(server.callback(id, confirmation(instruction, "13000.00")), 204);
        server.becomes(instruction, "CONFIRMED");
        breakOf("kind=other-content");
    }

    @Test
    void aRepaymentIsReportedOnceForItsReference() {
        var body = """
            {"type":"repayment.received","sequence":5,"loan":"loan-%1$s","bankReference":"SB-%1$s",
             "amount":{"amount":"4079.17","currency":"CNY"},"payee":null,"valueDate":"2026-02-01","reason":null}
            """.formatted(UUID.randomUUID());
        answered(server.callback(fresh(), body), 204);
        answered(server.callback(fresh(), body), 204);
        var other = body.replace("4079.17", "4079.18");
        answered(server.callback(fresh(), other), 204);
        breakOf("kind=repayment-differs");
        assertThat(server.events("bank.RepaymentReported", body.replaceAll("(?s).*\"loan\":\"([^\"]+)\".*", "$1")))
                .isEqualTo(1);
    }

    @Test
    void ofMessagesWithOneKeyThatComeAtOnceOneIsKeptAndAnotherIsToldOf() throws Exception {
        var former = server.breaks("kind=other-content").size();
        var loans = Stream.generate(() -> "loan-" + UUID.randomUUID()).limit(8).toList();
        var calls = new ArrayList<Callable<HttpResponse<String>>>();
        for (var loan : loans) {
            var body = repayment(loan, "4079.17", "2026-02-01");
            calls.addAll(Collections.nCopies(6, () -> server.callback("msg-" + loan, body)));
            calls.add(() -> server.callback("msg-" + loan, body.replace("4079.17", "4079.18")));
        }
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : senders.invokeAll(calls)) {
                answered(answer.get(), 204);
            }
        }
        for (var loan : loans) {
            assertThat(kept("msg-" + loan)).isEqualTo(1);
            await().until(() -> server.events("bank.RepaymentReported", loan) == 1);
        }
        await().until(() -> server.breaks("kind=other-content").size() == former + loans.size());
    }

    @Test
    void aRepaymentForALoanThatNobodyKnowsIsReportedAndAPersonsToLookAt() {
        var loan = "loan-" + UUID.randomUUID();
        answered(server.callback(fresh(), repayment(loan, "4079.17", "2026-02-01")), 204);
        await().until(() -> server.breaks("kind=unknown-loan").stream()
                .anyMatch(open -> open.path("found").asString("").equals(loan)));
        assertThat(server.events("bank.RepaymentReported", loan)).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsABreakAndNeverAnEvent() {
        var loan = "loan-" + UUID.randomUUID();
        var before = server.breaks("kind=implausible").size();
        answered(server.callback(fresh(), repayment(loan, "9999999999999999999.00", "2026-02-01")), 204);
        answered(server.callback(fresh(), repayment(loan, "1.00", "9999-12-31")), 204);
        answered(server.callback(fresh(), repayment(loan, "1.00", "+999999999-12-31")), 204);
        await().until(() -> server.breaks("kind=implausible").size() == before + 3);
        assertThat(server.events("bank.RepaymentReported", loan)).isZero();
    }

    @Test
    void rule11ARepaymentOfADayThatHasNotComeIsHeldAsACase() {
        var loan = "loan-" + UUID.randomUUID();
        var day = server.now().plus(Duration.ofDays(3)).toString().substring(0, 10);
        answered(server.callback(fresh(), repayment(loan, "1.00", day)), 204);
        breakOf("kind=value-date-ahead");
        assertThat(server.events("bank.RepaymentReported", loan)).isZero();
    }

    private static String repayment(String loan, String amount, String day) {
        return """
            {"type":"repayment.received","sequence":5,"loan":"%s","bankReference":"SB-%s",
             "amount":{"amount":"%s","currency":"CNY"},"payee":null,"valueDate":"%s","reason":null}
            """.formatted(loan, UUID.randomUUID(), amount, day);
    }

    @Test
    void aScriptThatCanNeverHappenIsRefused() {
        var script = "{\"seed\":7,\"faults\":[{\"on\":\"Payout\",\"nth\":1,\"fault\":\"DROP\"}]}";
        var answer = server.send("bank", "PUT", "/sandbox/script", script);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("PayOut");
    }

    @Test
    void rule16WhatWasWorkedOffIsForgottenAndItsKeyIsNot() throws Exception {
        var instruction = silent();
        var id = fresh();
        answered(server.callback(id, confirmation(instruction, "12000.00")), 204);
        server.becomes(instruction, "CONFIRMED");
        var database = server.bean(JdbcClient.class);
        await().until(() -> database.sql("update bank.inbox set done_at = done_at - interval '500 days'"
                                + " where message_id = ? and done_at is not null")
                        .param(id)
                        .update()
                == 1);
        server.job("bank-inbox-retention").task().run();
        assertThat(database.sql("select length(sealed) from bank.inbox where message_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        answered(server.callback(id, confirmation(instruction, "12000.00")), 204);
        assertThat(server.events("bank.InstructionConfirmed", instruction)).isEqualTo(1);
    }

    @Test
    void otherMethodsAreNotForBanks() {
        assertThat(server.sent(HttpRequest.newBuilder(server.at("/callbacks/sandbox/webhook"))
                                .GET()
                                .build())
                        .statusCode())
                .isEqualTo(405);
    }

    private static HttpResponse<String> unsigned(String path, String type, String body) {
        return server.sent(HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
