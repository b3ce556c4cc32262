package tallystick.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes one person from draft to a paid-out loan, as a REST client would. */
final class LoanOfficer {
    static final String PASSWORD = "correct horse";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DRAFT = """
        {"product":"cash-loan","channel":"BRANCH","purpose":"HOME","amount":{"amount":"1200.00","currency":"CNY"},"count":3,
         "applicant":{"name":"Li Lei","nationalId":"%s","phone":"+8613800138000","birthDate":"1990-03-07",
                      "monthlyIncome":{"amount":"9000.00","currency":"CNY"},"payoutAccount":"6222020200112233446"},
         "consents":[{"purpose":"CREDIT_BUREAU","version":"1"},{"purpose":"BANK_SHARING","version":"1"},{"purpose":"AUTOMATED_DECISION","version":"1"}]}
        """;

    private final String address;
    private final Queue<Long> calls;
    private static volatile String token = "";

    LoanOfficer(String address, Queue<Long> calls) {
        this.address = address;
        this.calls = calls;
    }

    void funds(int person) throws IOException, InterruptedException {
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
                        send(request(application).header("Prefer", "wait=20").GET(), 200, false))
                .equals(state)) {
            Thread.sleep(5);
        }
    }

    private String post(String path, String body, int expected) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)),
                expected,
                true);
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET(), 200, true);
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token());
    }

    /** One token for all, so that what is measured is not the hashing of passwords. */
    private String token() throws IOException, InterruptedException {
        if (token.isEmpty()) {
            var login = java.util.Base64.getEncoder()
                    .encodeToString(("officer:" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var asked = HttpRequest.newBuilder(URI.create(address + "/tokens"))
                    .header("Authorization", "Basic " + login)
                    .POST(BodyPublishers.noBody());
            token = member(
                    "token", HTTP.send(asked.build(), BodyHandlers.ofString()).body());
        }
        return token;
    }

    private String send(HttpRequest.Builder request, int expected, boolean measured)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (measured) {
            calls.add(System.nanoTime() - start);
        }
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
