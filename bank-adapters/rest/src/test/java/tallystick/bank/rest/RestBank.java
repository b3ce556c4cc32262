package tallystick.bank.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.testkit.TestBank;
import tallystick.bank.testkit.Treatment;

/** A bank that implements the interface on loopback and does what it is told. */
final class RestBank implements TestBank, BankHost {
    private static final String SECRET = secret("a key for the bank on loopback");
    private static final String OTHER = secret("a key of somebody else entirely");

    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Treatment> next = new AtomicReference<>(Treatment.ACCEPT);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final BankAdapter adapter;

    RestBank() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        adapter =
                new RestFactory().create(Map.of("url", url, "secret", SECRET, "keys", SECRET, "timeout", "PT1S"), this);
    }

    private static String secret(String key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            switch (next.getAndSet(Treatment.ACCEPT)) {
                case ACCEPT -> answer(exchange, body);
                case REJECT -> reply(exchange, 200, word("rejected", id(body)));
                case FAULT -> reply(exchange, 500, "{\"code\":\"fault\"}");
                case GARBAGE -> reply(exchange, 200, "<html>");
                case UNKNOWN_WORD -> reply(exchange, 202, word("exploded", "instr-1"));
                case TIMEOUT_AFTER_SUCCESS -> {
                    done.add(id(body));
                    Thread.sleep(3_000);
                }
                case TIMEOUT_BEFORE, HANG -> Thread.sleep(3_000);
                case RESET, UNREACHABLE -> {} // The connection breaks: nothing is answered.
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever asked does not wait any more.
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        if (!isSigned(exchange, body)) {
            reply(exchange, 401, "{\"code\":\"unauthenticated\"}");
            return;
        }
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST")) {
            done.add(id(body));
            reply(exchange, 202, word("accepted", id(body)));
        } else if (path.startsWith("/statements/")) {
            reply(exchange, 200, "{\"id\":\"S-1\",\"lines\":[" + LINE + "]}");
        } else if (path.equals("/health")) {
            reply(exchange, 200, "{}");
        } else {
            var id = path.substring(path.lastIndexOf('/') + 1);
            reply(
                    exchange,
                    done.contains(id) ? 200 : 404,
                    done.contains(id) ? "{\"messages\":[" + word("accepted", id) + "]}" : "{\"code\":\"not-found\"}");
        }
    }

    static final String LINE =
            "{\"reference\":\"B-1\",\"instruction\":\"instr-1\",\"loan\":null,\"direction\":\"DEBIT\","
                    + "\"amount\":{\"amount\":\"12000.00\",\"currency\":\"CNY\"},\"valueDate\":\"2026-01-05\"}";

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        return WebhookKeys.of("keys", SECRET)
                .verify(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        body,
                        Instant.now())
                .isPresent();
    }

    private static String id(byte[] body) {
        return Wire.text(Wire.read(body), "id");
    }

    private static String word(String word, String instruction) {
        return "{\"type\":\"payout.%s\",\"sequence\":1,\"instruction\":\"%s\",\"bankReference\":\"B-1\"}"
                .formatted(word, instruction);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public BankAdapter adapter() {
        return adapter;
    }

    @Override
    public void treatsNext(Treatment treatment) {
        if (treatment == Treatment.UNREACHABLE) {
            server.stop(0);
        }
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
    public List<RawInbound> confirmations(String instruction, Amount amount, Instant at, Signing signing) {
        var body = """
            {"type":"payout.confirmed","sequence":2,"instruction":"%s","bankReference":"B-1","valueDate":"2026-01-05",
             "amount":{"amount":"%s","currency":"%s"}}
            """.formatted(instruction, amount.value().toPlainString(), amount.currency());
        var bytes = body.getBytes(UTF_8);
        var id = "msg-" + instruction;
        var keys = WebhookKeys.of("keys", signing == Signing.RIGHT ? SECRET : OTHER);
        var headers = Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
                "webhook-signature", List.of(keys.sign(id, at.getEpochSecond(), bytes)));
        return List.of(new RawInbound("webhook", headers, bytes, at));
    }

    @Override
    public String bank() {
        return "rest";
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public Optional<URI> callbackAddress(String channel) {
        return Optional.empty();
    }

    @Override
    public void close() {
        adapter.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
