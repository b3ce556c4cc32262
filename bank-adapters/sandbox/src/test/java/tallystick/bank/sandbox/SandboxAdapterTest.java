package tallystick.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/** Only a clear answer is an answer; only a right signature is the bank. */
class SandboxAdapterTest {
    private static final Instant NOW = Instant.parse("2026-01-02T01:02:03Z");
    private static final String SECRET = secret("one key of thirty-two bytes .....");
    private static final Instruction.PayOut PAY_OUT = new Instruction.PayOut(
            "instr-1", "loan-1", Amount.of("CNY", "12000.00"), new Confidential("6222020200112233446"), "a loan");
    private static final String ACCEPTED =
            "{\"type\":\"payout.accepted\",\"sequence\":1,\"instruction\":\"instr-1\",\"bankReference\":\"SB-1\"}";

    private static String secret(String key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** What the bank does when it is asked. */
    @FunctionalInterface
    private interface Answer {
        Reply give() throws IOException;
    }

    private static SandboxAdapter adapter(String secrets, Answer answer) {
        var line = new Line() {
            @Override
            public Reply exchange(String method, String path, String body) throws IOException {
                return answer.give();
            }

            @Override
            public void close() {}
        };
        return new SandboxAdapter(line, Signature.of(secrets));
    }

    private static SubmitAnswer submitted(Answer answer) {
        return adapter(SECRET, answer).submit(PAY_OUT, new CallContext(1, Duration.ofSeconds(1)));
    }

    private static StatusAnswer asked(Answer answer) {
        var query = new StatusQuery("instr-1", Operation.PAY_OUT, null, NOW);
        return adapter(SECRET, answer).query(query, new CallContext(1, Duration.ofSeconds(1)));
    }

    @Test
    void acceptedIsAnAnswer() {
        assertThat(submitted(() -> new Reply(202, ACCEPTED))).isEqualTo(new SubmitAnswer.Accepted("SB-1", 1L));
    }

    @Test
    void rule2OnlyNoConnectionAndNotTakenInAreProofs() {
        assertThat(submitted(() -> {
                    throw new ConnectException("refused");
                }))
                .isInstanceOf(SubmitAnswer.NotSent.class);
        assertThat(submitted(() -> new Reply(429, ""))).isInstanceOf(SubmitAnswer.NotSent.class);
    }

    @Test
    void rule1EverythingElseIsUnknown() {
        for (var reply : List.of(
                new Reply(500, ""),
                new Reply(200, "<html>"),
                new Reply(202, "{}"),
                new Reply(202, ACCEPTED.replace("accepted", "exploded")),
                new Reply(409, "{}"),
                new Reply(302, ""),
                new Reply(404, ""))) {
            assertThat(submitted(() -> reply)).as("%s", reply).isInstanceOf(SubmitAnswer.Unknown.class);
        }
        assertThat(submitted(() -> {
                    throw new SocketTimeoutException("late");
                }))
                .isInstanceOf(SubmitAnswer.Unknown.class);
    }

    @Test
    void rule5OnlyTheBanksOwnNotFoundIsOne() {
        assertThat(asked(() -> new Reply(404, "{\"code\":\"not-found\"}"))).isEqualTo(new StatusAnswer.NotFound(true));
        assertThat(asked(() -> new Reply(404, "<html>a proxy</html>"))).isInstanceOf(StatusAnswer.QueryFailed.class);
        assertThat(asked(() -> new Reply(503, ""))).isInstanceOf(StatusAnswer.QueryFailed.class);
        assertThat(asked(() -> new Reply(200, "{\"messages\":[" + ACCEPTED + "]}")))
                .isInstanceOf(StatusAnswer.Found.class);
    }

    private static InboundResult received(String secrets, String signer, Instant at, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var seconds = at.getEpochSecond();
        var headers = Map.of(
                "Webhook-Id", List.of("msg-1"),
                "Webhook-Timestamp", List.of(Long.toString(seconds)),
                "Webhook-Signature", List.of("v2,x " + Signature.of(signer).sign("msg-1", seconds, bytes)));
        return adapter(secrets, () -> new Reply(500, "")).receive(new RawInbound("webhook", headers, bytes, NOW));
    }

    @Test
    void rule7ARightSignatureIsVerified() {
        var result = received(SECRET, SECRET, NOW, ACCEPTED);
        assertThat(result).isInstanceOfSatisfying(InboundResult.Verified.class, verified -> {
            assertThat(verified.messageId()).isEqualTo("msg-1");
            assertThat(verified.facts())
                    .containsExactly(new BankFact.Accepted("instr-1", Operation.PAY_OUT, "SB-1", 1L));
        });
    }

    @Test
    void rule7AnotherKeyOrAnotherTimeIsNot() {
        var other = secret("another key of thirty-two bytes..");
        assertThat(received(SECRET, other, NOW, ACCEPTED)).isInstanceOf(InboundResult.Rejected.class);
        for (var seconds : new long[] {-301, 302}) {
            assertThat(received(SECRET, SECRET, NOW.plusSeconds(seconds), ACCEPTED))
                    .isInstanceOf(InboundResult.Rejected.class);
        }
        assertThat(received(SECRET, SECRET, NOW.minusSeconds(300), ACCEPTED))
                .isInstanceOf(InboundResult.Verified.class);
    }

    @Test
    void aTimeIsWrittenInOneWay() {
        var body = ACCEPTED.getBytes(StandardCharsets.UTF_8);
        var seconds = NOW.getEpochSecond();
        var signed = Signature.of(SECRET).sign("msg-1", seconds, body);
        for (var timestamp : List.of("0" + seconds, "+" + seconds, seconds + " ", seconds + ".0")) {
            assertThat(Signature.of(SECRET).verify("msg-1", timestamp, signed, body, NOW))
                    .as(timestamp)
                    .isEmpty();
        }
    }

    @Test
    void rule16KeysOverlapWhileTheyChange() {
        var newer = secret("another key of thirty-two bytes..");
        assertThat(received(SECRET, newer + "," + SECRET, NOW, ACCEPTED))
                .as("the bank changed first")
                .isInstanceOf(InboundResult.Verified.class);
        assertThat(received(newer + "," + SECRET, SECRET, NOW, ACCEPTED))
                .isInstanceOfSatisfying(
                        InboundResult.Verified.class,
                        verified -> assertThat(verified.keyUsed()).isEqualTo("secret-2"));
    }

    @Test
    void anAmountOfTooManyDecimalsIsUnreadable() {
        var body = ACCEPTED.replace("accepted", "confirmed")
                .replace("}", ",\"amount\":{\"amount\":\"1.001\",\"currency\":\"CNY\"},\"valueDate\":\"2026-01-02\"}");
        assertThat(received(SECRET, SECRET, NOW, body))
                .isInstanceOfSatisfying(
                        InboundResult.Verified.class,
                        verified ->
                                assertThat(verified.facts()).singleElement().isInstanceOf(BankFact.Unreadable.class));
    }

    @Test
    void personalDataDoesNotPrint() {
        assertThat(PAY_OUT.toString()).doesNotContain("6222");
    }

    @Test
    void aWeakSecretIsRefusedWithoutSayingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signature.of("whsec_c2hvcnQ="))
                .withMessage("secret: expected whsec_ and the base64 of at least 16 bytes; found another text.");
    }
}
