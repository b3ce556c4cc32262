package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may look like. */
class BodyTest {
    private final Server server = Server.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{} {}",
                "{\"amount\":null}",
                "{}",
                "{\"amount\":5}",
                "{\"amount\":{\"amount\":5,\"currency\":\"CNY\"}}",
                "{\"amount\":{\"amount\":\"abc\",\"currency\":\"CNY\"}}",
                "{\"amount\":{\"amount\":\"5e3\",\"currency\":\"CNY\"}}",
                "{\"amount\":{\"amount\":\"5\",\"amount\":\"6\",\"currency\":\"CNY\"}}",
                "{\"amount\":{\"amount\":\"5\\u0000\",\"currency\":\"CNY\"}}",
                "{\"amount\":{\"amount\":\"5\",\"currency\":\"\\ud800\"}}",
                "{\"amount\":{\"amount\":\"5\"}}"
            })
    void whatIsNoAmountIsMalformed(String body) {
        Expect.problem(quote(body), 400, "malformed");
    }

    @Test
    void anUnknownFieldIsNamed() {
        var answer = quote("{\"amount\":{\"amount\":\"5\",\"currency\":\"CNY\",\"x\":1}}");
        Expect.problem(answer, 400, "unknown-field");
        assertThat(answer.json().path("errors").path(0).path("pointer").asString(""))
                .isEqualTo("/amount/x");
    }

    @ParameterizedTest
    @CsvSource({
        "5.001,CNY,too-many-decimals",
        "5.1,JPY,too-many-decimals",
        "5,XYZ,unknown-currency",
        "5,XAU,unknown-currency"
    })
    void moneyThatIsUnderstoodAndNotAllowedIsAValue(String amount, String currency, String code) {
        var answer = quote("{\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}}".formatted(amount, currency));
        Expect.problem(answer, 422, "value-not-allowed");
        assertThat(answer.json().path("errors").path(0).path("code").asString(""))
                .isEqualTo(code);
    }

    @Test
    void moneyIsAnsweredWithAllItsDecimals() {
        assertThat(quote(Accounts.amount("5")).body()).isEqualTo(Accounts.amount("10.00"));
    }

    @Test
    void anEnumIsWrittenInUpperCase() {
        var body = "{\"name\":\"x\",\"opening\":{\"amount\":\"1\",\"currency\":\"CNY\"},\"kind\":\"savings\"}";
        Expect.problem(
                server.call("POST", "/api/v1/accounts").freshKey().json(body).send(), 400, "malformed");
    }

    @Test
    void thirtyTwoLevelsAreDeepEnough() {
        var answer = quote("[".repeat(33) + "]".repeat(33));
        Expect.problem(answer, 400, "malformed");
        assertThat(answer.body()).contains("32");
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        var bytes = new byte[] {'"', (byte) 0xff, '"'};
        Expect.problem(
                server.call("POST", "/api/v1/quotes")
                        .content("application/json", BodyPublishers.ofByteArray(bytes))
                        .send(),
                400,
                "malformed");
        Expect.problem(
                server.call("POST", "/api/v1/quotes")
                        .content(
                                "application/json;charset=utf-16",
                                BodyPublishers.ofString("{}", StandardCharsets.UTF_16))
                        .send(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", "a/b;\"", "a/b;c", "*", "\"", "application/json;charset=nonsense"})
    void aContentTypeThatIsNoneIsNotUnderstood(String type) {
        var call = server.call("POST", "/api/v1/quotes").content(type, BodyPublishers.ofString(Accounts.amount("1")));
        Expect.problem(call.send(), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", "a/b;\"", "\"", "text/csv", "application/json;q=0"})
    void whatCannotBeAcceptedIsSaid(String type) {
        var call = server.call("POST", "/api/v1/quotes").with("Accept", type).json(Accounts.amount("1"));
        Expect.problem(call.send(), 406, "not-acceptable");
    }

    private Call.Answer quote(String body) {
        return server.call("POST", "/api/v1/quotes").json(body).send();
    }
}
