package tallystick.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Takes one person after the other from draft to a paid-out loan, as REST clients would; for many callers at once. */
final class LoanOfficer {
    static final String PASSWORD = "correct horse";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final Pattern ID = Pattern.compile("/[a-z]+-[0-9a-z]{20,}|/[0-9]+");
    private static final String DRAFT = """
        {"product":"cash-loan","channel":"BRANCH","purpose":"HOME","amount":{"amount":"1200.00","currency":"CNY"},"count":3,
         "applicant":{"name":"Li Lei","nationalId":"%s","phone":"+8613800138000","birthDate":"1990-03-07",
                      "monthlyIncome":{"amount":"9000.00","currency":"CNY"},"payoutAccount":"6222020200112233446"},
         "consents":[{"purpose":"CREDIT_BUREAU","version":"1"},{"purpose":"BANK_SHARING","version":"1"},{"purpose":"AUTOMATED_DECISION","version":"1"}]}
        """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger people = new AtomicInteger();
    private final Map<String, Queue<Long>> calls = new ConcurrentHashMap<>();
    private final String address;
    /** One for all, so that what is measured is not the hashing of passwords. */
    private final String token;

    LoanOfficer(String address) throws IOException, InterruptedException {
        this.address = address;
        token = token();
    }

    /** How long the calls took that wait for nothing, since this was asked last. */
    Map<String, Times> calls() {
        var taken = new TreeMap<String, Times>();
        for (var call : List.copyOf(calls.keySet())) {
            var nanos = calls.remove(call);
            taken.put(
                    call,
                    Times.of(List.of(nanos.stream().mapToLong(Long::longValue).toArray())));
        }
        return taken;
    }

    /** The next person. */
    void funds() {
        try {
            funds(people.incrementAndGet());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void funds(int person) throws IOException, InterruptedException {
        var application =
                "/applications/" + member("id", post("/applications", DRAFT.formatted(nationalId(person)), 201));
        post(application + "/submission", "{}", 200);
        until(application, "OFFERED");
        var hash = member("hash", get(application + "/offers/1"));
        post(application + "/offers/1/acceptance", "{\"hash\":\"%s\"}".formatted(hash), 200);
        var contract = get(application + "/contract");
        post(
                application + "/contract/signature",
                "{\"document\":\"%s\",\"signer\":\"%s\",\"method\":\"COUNTER\"}"
                        .formatted(member("document", contract), member("party", contract)),
                200);
        until(application, "FUNDED");
    }

    private void until(String application, String state) throws IOException, InterruptedException {
        while (!member(
                        "state",
                        send(request(application).header("Prefer", "wait=20").GET(), 200))
                .equals(state)) {
            Thread.sleep(5);
        }
    }

    private String post(String path, String body, int expected) throws IOException, InterruptedException {
        return measured(
                "POST " + path,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)),
                expected);
    }

    private String get(String path) throws IOException, InterruptedException {
        return measured("GET " + path, request(path).GET(), 200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private String token() throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString(("officer:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var asked = HttpRequest.newBuilder(URI.create(address + "/tokens"))
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.noBody());
        return member("token", http.send(asked.build(), BodyHandlers.ofString()).body());
    }

    private String measured(String what, HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = send(request, expected);
        calls.computeIfAbsent(ID.matcher(what).replaceAll("/{}"), _ -> new ConcurrentLinkedQueue<>())
                .add(System.nanoTime() - start);
        return answer;
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException("Expected %d; found %d: %s".formatted(expected, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private static String member(String name, String json) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    /** GB 11643: district, date of birth, serial number, check digit. */
    private static String nationalId(int person) {
        var first = "%06d".formatted(110101 + person / 1000) + "19900307" + "%03d".formatted(person % 1000);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first.charAt(i) - '0');
        }
        return first + "10X98765432".charAt(sum % 11);
    }
}
