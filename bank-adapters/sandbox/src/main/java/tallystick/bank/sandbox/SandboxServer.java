package tallystick.bank.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The bank as a process of its own, on loopback: {@code java -cp ... tallystick.bank.sandbox.SandboxServer port=8090
 * secret=whsec_... database.url=jdbc:postgresql:... callback=http://127.0.0.1:8080/callbacks/sandbox/webhook}.
 */
public final class SandboxServer implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int MOST = 1 << 20;

    private final HttpServer server;
    private final Line line;
    private final Signature signature;
    private final InstantSource clock;

    private SandboxServer(HttpServer server, Line line, Signature signature, InstantSource clock) {
        this.server = server;
        this.line = line;
        this.signature = signature;
        this.clock = clock;
    }

    public static void main(String... arguments) throws IOException {
        var settings = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            settings.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        var server = start(settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        System.getLogger(SandboxServer.class.getName())
                .log(System.Logger.Level.INFO, "The sandbox bank listens on 127.0.0.1:{0}.", server.port() + "");
    }

    /** @param settings {@code port} (0 takes a free one), {@code secret}, {@code database.*}, {@code callback}, {@code zone}, {@code files.*} */
    public static SandboxServer start(Map<String, String> settings) throws IOException {
        var signature = Signature.of(settings.getOrDefault("secret", ""));
        var database = new Database(
                settings.getOrDefault("database.url", ""),
                settings.getOrDefault("database.user", ""),
                settings.getOrDefault("database.password", ""));
        var clock = new BankClock(database, database.clock());
        var callback = Optional.ofNullable(settings.get("callback")).map(URI::create);
        var line = SandboxFactory.open(settings, database, clock, clock, signature, () -> callback);
        var port = Integer.parseInt(settings.getOrDefault("port", "8090"));
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var server = new SandboxServer(http, line, signature, clock);
        http.createContext("/", server::handle);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** A broken line is a closed connection without an answer; a silent one is held first. */
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange, reply(exchange));
            } catch (SocketTimeoutException silence) {
                hold();
            }
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MOST);
        var path = exchange.getRequestURI().toString();
        return isSigned(exchange, path, body)
                ? line.exchange(exchange.getRequestMethod(), path, new String(body, StandardCharsets.UTF_8))
                : Reply.of(401, Map.of("code", "unsigned"));
    }

    private boolean isSigned(HttpExchange exchange, String path, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var timestamp = headers.getFirst("webhook-timestamp");
        var signatures = headers.getFirst("webhook-signature");
        return timestamp != null
                && signatures != null
                && signature
                        .verify(exchange.getRequestMethod() + " " + path, timestamp, signatures, body, clock.instant())
                        .isPresent();
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static void hold() {
        try {
            Thread.sleep(SILENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        line.close();
    }
}
