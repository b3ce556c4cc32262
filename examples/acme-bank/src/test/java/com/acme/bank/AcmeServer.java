package com.acme.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Acme Bank on loopback, written from its manual and not from the adapter: it does each order once, calls back once, seals
 * what is about money and does not seal what is about credits.
 */
public final class AcmeServer implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final String key;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> orders = new ConcurrentHashMap<>();
    private final AtomicReference<String> next = new AtomicReference<>("ACCEPT");

    public AcmeServer(String key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/orders", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How it treats the next call, as the testkit names it. */
    void treatsNext(String treatment) {
        if (treatment.equals("UNREACHABLE")) {
            server.stop(0);
        }
        next.set(treatment);
    }

    /** What was ordered and done, by the order's id. */
    public Map<String, Map<String, String>> orders() {
        return Map.copyOf(orders);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            switch (next.getAndSet("ACCEPT")) {
                case "ACCEPT" -> answer(exchange, body);
                case "REJECT" -> reply(exchange, 422, "NO ACCOUNT_CLOSED");
                case "FAULT" -> reply(exchange, 500, "");
                case "GARBAGE" -> reply(exchange, 200, "<html>");
                case "UNKNOWN_WORD" -> reply(exchange, 200, "PONDERING A-1");
                case "TIMEOUT_AFTER_SUCCESS" -> {
                    take(body);
                    Thread.sleep(3_000);
                }
                case "TIMEOUT_BEFORE", "HANG" -> Thread.sleep(3_000);
                default -> take(body); // The connection breaks: nothing is answered.
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever asked does not wait any more.
        }
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            if (!seal(lines(body), header(exchange, "Acme-Stamp")).equals(header(exchange, "Acme-Seal"))) {
                reply(exchange, 401, "");
                return;
            }
            reply(exchange, 200, "TAKEN " + take(body));
            return;
        }
        var path = exchange.getRequestURI().getPath();
        var order = orders.get(path.substring(path.lastIndexOf('/') + 1));
        reply(exchange, order == null ? 404 : 200, order == null ? "NEVER SEEN" : text(said(order)));
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Does it once, and calls back once. */
    private String take(String body) {
        var order = lines(body);
        var id = order.getOrDefault("order", "");
        if (orders.putIfAbsent(id, order) == null && order.containsKey("call")) {
            threads.execute(() -> call(order));
        }
        return "A-" + id.hashCode();
    }

    private void call(Map<String, String> order) {
        var said = said(order);
        var stamp = DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
                .format(clock.instant().atZone(ZONE));
        var request = HttpRequest.newBuilder(URI.create(order.getOrDefault("call", "")))
                .POST(BodyPublishers.ofString(text(said)));
        if (!order.getOrDefault("kind", "").equals("REQUEST_CREDIT")) {
            request.header("Acme-Stamp", stamp).header("Acme-Seal", seal(said, stamp));
        }
        try {
            Thread.sleep(50);
            http.send(request.build(), BodyHandlers.discarding());
        } catch (IOException | InterruptedException lost) {
            // It calls once.
        }
    }

    private Map<String, String> said(Map<String, String> order) {
        var said = new TreeMap<>(order);
        said.remove("call");
        said.put("word", "DONE");
        said.put("reference", "A-" + order.getOrDefault("order", "").hashCode());
        said.put("day", LocalDate.ofInstant(clock.instant(), ZONE).toString());
        return said;
    }

    static Map<String, String> lines(String body) {
        return body.lines()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(": ")),
                        line -> line.substring(line.indexOf(": ") + 2),
                        (a, _) -> a,
                        TreeMap::new));
    }

    static String text(Map<String, String> lines) {
        return joined(lines, "\n");
    }

    private static String joined(Map<String, String> lines, String by) {
        return new TreeMap<>(lines)
                .entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue())
                        .collect(Collectors.joining(by));
    }

    String seal(Map<String, String> lines, String stamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((joined(lines, "&") + "&" + stamp).getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
