package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.clock.AdjustableClock;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.testing.TestDatabase;
import tallystick.server.TallystickServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server with its sandbox bank, an adjustable clock, and the words of a test about them. */
final class BankServer implements AutoCloseable {
    static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("a key for tests, 32 bytes long..".getBytes(StandardCharsets.UTF_8));
    static final String PAYEE = "6222020200112233446";
    private static final String PASSWORD = "correct horse";
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private BankServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static BankServer start(TestDatabase database, Path folder, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallystick.clock=adjustable",
                "--tallystick.data-dir=" + folder,
                "--tallystick.sealing.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--tallystick.banks.sandbox.secret=" + SECRET));
        for (var user : List.of("officer", "operations", "finance", "bank")) {
            arguments.add("--tallystick.users." + user + ".password=" + PASSWORD);
        }
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(settings));
        var last = new LinkedHashMap<String, String>();
        arguments.forEach(argument -> last.put(argument.replaceFirst("=.*", ""), argument));
        return new BankServer(new SpringApplicationBuilder(TallystickServer.class)
                .run(last.values().toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    CalendarJob job(String name) {
        return context.getBeansOfType(CalendarJob.class).values().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    Instant now() {
        return bean(Clock.class).instant();
    }

    /** Orders a payout of a loan of its own, as the loan context does. */
    String payOut(String amount) {
        var id = "instr-" + UUID.randomUUID();
        instruct(id, payOutOrder("loan-" + UUID.randomUUID(), amount));
        return id;
    }

    Order.PayOut payOutOrder(String loan, String amount) {
        return new Order.PayOut(
                new ApplicationId("app-1"), new LoanId(loan), 1, Money.of("CNY", amount), account(), "a loan");
    }

    Order.Collect collectOrder(String loan, String amount) {
        var today = now().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return new Order.Collect(new LoanId(loan), Money.of("CNY", amount), today, account());
    }

    Order.RequestCredit creditOrder(String amount) {
        var applicant = bean(Sealing.class).seal("party-1", Sealed.Purpose.IDENTITY, "bankSharing", "{\"name\":\"L\"}");
        return new Order.RequestCredit(
                new ApplicationId("app-1"), "sandbox-cash", Money.of("CNY", amount), Rate.of("0.12"), 3, applicant);
    }

    private Sealed account() {
        return bean(Sealing.class).seal("party-1", Sealed.Purpose.IDENTITY, "payoutAccount", PAYEE);
    }

    void instruct(String id, Order order) {
        instruct("sandbox", id, order);
    }

    void instruct(String bank, String id, Order order) {
        var instruct = new Instruct(new InstructionId(id), new BankId(bank), order, now());
        bean(Commands.class).sendAndWait(instruct);
    }

    /** Whether a worker has looked at it. */
    boolean wasTaken(String instruction) {
        return bean(JdbcClient.class)
                .sql("select lease_until is not null or attempts > 0 from bank.instructions_v1 where id = ?")
                .param(instruction)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Waits until the instruction is in the state, and gives it. */
    JsonNode becomes(String instruction, String state) {
        await().alias(instruction + " becomes " + state)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> instruction(instruction).path("state").asString(""), state::equals);
        return instruction(instruction);
    }

    JsonNode instruction(String id) {
        return json(get("officer", "/api/v1/instructions/" + id));
    }

    List<JsonNode> ledger(String instruction) {
        return items(get("bank", "/sandbox/ledger?instruction=" + instruction));
    }

    List<JsonNode> breaks(String filter) {
        return items(get("operations", "/api/v1/breaks?" + filter));
    }

    /** How many events of a name speak of a text. */
    long events(String name, String text) {
        return bean(JdbcClient.class)
                .sql("select count(*) from store.events where name = ? and convert_from(payload, 'UTF8') like ?")
                .params(name, "%" + text + "%")
                .query(Long.class)
                .single();
    }

    void script(String on, String... faults) {
        var planned = new ArrayList<String>();
        for (var i = 0; i < faults.length; i++) {
            planned.add("{\"on\":\"%s\",\"nth\":%d,\"fault\":\"%s\"}".formatted(on, i + 1, faults[i]));
        }
        var body = "{\"seed\":7,\"faults\":[%s]}".formatted(String.join(",", planned));
        assertThat(send("bank", "PUT", "/sandbox/script", body).statusCode()).isEqualTo(200);
    }

    /** The proof that the first fault of the script happened. */
    String proof() {
        var fault = json(get("bank", "/sandbox/script")).path("faults").get(0);
        assertThat(fault.path("happened").asBoolean(false))
                .as("happened: %s", fault)
                .isTrue();
        return fault.path("proof").asString("");
    }

    /** Moves the clock over HTTP, as a demo does. */
    void passes(Duration time) {
        assertThat(bean(Clock.class)).isInstanceOf(AdjustableClock.class);
        var answer = send("bank", "PUT", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(now().plus(time)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    HttpResponse<String> get(String user, String path) {
        return send(user, "GET", path, null);
    }

    HttpResponse<String> send(String user, String method, String path, @org.jspecify.annotations.Nullable String body) {
        var request = HttpRequest.newBuilder(at(path))
                .header("Authorization", basic(user))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return sent(request.build());
    }

    /** A bank's message, signed with the right key now. */
    HttpResponse<String> callback(String id, String body) {
        return callback(id, now(), SECRET, body);
    }

    HttpResponse<String> callback(String id, Instant at, String secret, String body) {
        var seconds = Long.toString(at.getEpochSecond());
        return sent(HttpRequest.newBuilder(at("/callbacks/sandbox/webhook"))
                .header("webhook-id", id)
                .header("webhook-timestamp", seconds)
                .header("webhook-signature", "v1," + signature(secret, id + "." + seconds + "." + body))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static List<JsonNode> items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var items = new ArrayList<JsonNode>();
        json(answer).path("items").forEach(items::add);
        return items;
    }

    private static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String basic(String user) {
        var login = user + ":" + PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
