package tallystick.bank.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.testkit.AdapterContract;
import tallystick.bank.testkit.TestBank;
import tallystick.bank.testkit.Treatment;

/** The sandbox's own adapter keeps the contract that all adapters keep. */
class SandboxContractTest extends AdapterContract {
    @Override
    protected TestBank bank() {
        return new OnTheLine();
    }

    /** The other end of the line: what is on it is real, the bank behind it is a set of ids. */
    private static final class OnTheLine implements TestBank, Line {
        private static final String SECRET = secret("a key for the contract, 32 bytes");

        private final Set<String> done = ConcurrentHashMap.newKeySet();
        private final AtomicReference<Treatment> next = new AtomicReference<>(Treatment.ACCEPT);
        private final SandboxAdapter adapter = new SandboxAdapter(this, Signature.of(SECRET));

        private static String secret(String key) {
            return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Reply exchange(String method, String path, String body) throws IOException {
            return switch (next.getAndSet(Treatment.ACCEPT)) {
                case ACCEPT -> answer(method, path, body);
                case REJECT -> new Reply(200, rejected(Json.object(body)));
                case TIMEOUT_BEFORE -> throw new SocketTimeoutException("No answer.");
                case TIMEOUT_AFTER_SUCCESS -> {
                    answer(method, path, body);
                    throw new SocketTimeoutException("No answer.");
                }
                case RESET -> throw new SocketException("Connection reset");
                case FAULT -> new Reply(500, "{\"code\":\"fault\"}");
                case GARBAGE -> new Reply(200, "<html>");
                case UNKNOWN_WORD -> new Reply(202, accepted("instr-1").replace("accepted", "exploded"));
                case UNREACHABLE -> throw new ConnectException("Nobody is there.");
                case HANG -> hang();
            };
        }

        private Reply answer(String method, String path, String body) {
            if (method.equals("POST")) {
                var id = Json.object(body).text("id");
                done.add(id);
                return new Reply(202, accepted(id));
            }
            var id = path.substring(path.lastIndexOf('/') + 1);
            return done.contains(id)
                    ? new Reply(200, "{\"messages\":[" + accepted(id) + "]}")
                    : new Reply(404, "{\"code\":\"not-found\"}");
        }

        private static String accepted(String id) {
            return "{\"type\":\"payout.accepted\",\"sequence\":1,\"instruction\":\"%s\",\"bankReference\":\"SB-1\"}"
                    .formatted(id);
        }

        private static String rejected(Fields order) {
            return "{\"type\":\"payout.rejected\",\"sequence\":1,\"instruction\":\"%s\",\"reason\":\"NO_ACCOUNT\"}"
                    .formatted(order.text("id"));
        }

        private static Reply hang() throws IOException {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SocketTimeoutException("Interrupted.");
            }
            return new Reply(202, "");
        }

        @Override
        public BankAdapter adapter() {
            return adapter;
        }

        @Override
        public void treatsNext(Treatment treatment) {
            next.set(treatment);
        }

        @Override
        public int done(String instruction) {
            return done.contains(instruction) ? 1 : 0;
        }

        @Override
        public List<String> secrets() {
            return List.of(SECRET, SECRET.substring(6));
        }

        @Override
        public List<RawInbound> confirmations(String instruction, Amount amount, Instant at, TestBank.Signing signing) {
            var body = Json.write(Map.of(
                    "type",
                    "payout.confirmed",
                    "instruction",
                    instruction,
                    "amount",
                    Messages.amount(amount),
                    "valueDate",
                    "2026-01-05"));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var key = signing == TestBank.Signing.RIGHT ? SECRET : secret("a key of somebody else, 32 bytes");
            var seconds = at.getEpochSecond();
            var id = "msg-" + instruction;
            var headers = Map.of(
                    "webhook-id",
                    List.of(id),
                    "webhook-timestamp",
                    List.of(Long.toString(seconds)),
                    "webhook-signature",
                    List.of(Signature.of(key).sign(id, seconds, bytes)));
            return List.of(new RawInbound(SandboxFactory.CHANNEL, headers, bytes, at));
        }

        @Override
        public void close() {}
    }
}
