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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|Expected a value at /amount; found none.",
                "{'amount':100.00}|Expected money such as {'amount':'100.00','currency':'CNY'} at /amount; found a"
                        + " JSON number.",
                "{'amount':{'amount':100.00,'currency':'CNY'}}|Expected the amount as a text such as '100.00' at"
                        + " /amount/amount; found a JSON number.",
                "{'amount':{'amount':'1e3','currency':'CNY'}}|Expected the amount as a text such as '100.00' at"
                        + " /amount/amount; found '1e3'.",
                "{'amount':{'amount':'1.00'}}|Expected the currency's ISO 4217 code such as 'CNY' at /amount/currency;"
                        + " found none.",
                "{'amount':{'currency':'CNY'}}|Expected the amount as a text such as '100.00' at /amount/amount; found"
                        + " none.",
                "{'amount':{'amount':null,'currency':'CNY'}}|Expected the amount as a text such as '100.00' at"
                        + " /amount/amount; found none.",
                "[1]|Expected an object at the top; found a list.",
                "{'x':1}|Expected a field that the route knows, one of amount; found /x. Leave it out or correct its"
                        + " name."
            })
    void theAnswerSaysWhatWasExpectedWhereAndWhatWasFound(String body, String detail) {
        assertThat(quote(body.replace('\'', '"'))
                        .json()
                        .path("detail")
                        .asString("")
                        .replace('"', '\''))
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'kind':'FIXED'|Expected one of SAVINGS, CURRENT at /kind; found 'FIXED'.",
                "'kind':3|Expected one of SAVINGS, CURRENT at /kind; found '3'.",
                "'tags':'x'|Expected a list at /tags; found a text.",
                "'name':5|Expected a text at /name; found a JSON number."
            })
    void wordsAreNamedAndNoJavaIs(String field, String detail) {
        var body = "{\"opening\":{\"amount\":\"1\",\"currency\":\"CNY\"},%s}".formatted(field.replace('\'', '"'));
        var answer =
                server.call("POST", "/api/v1/accounts").freshKey().json(body).send();
        assertThat(answer.json().path("detail").asString("")).isEqualTo(detail);
    }

    @Test
    void aNumberThatIsMissingOrNoneIsSaid() {
        assertThat(count("{}")).isEqualTo("Expected a whole number in range at /to; found none.");
        assertThat(count("{\"to\":null}")).isEqualTo("Expected a whole number in range at /to; found none.");
        assertThat(count("{\"to\":\"3\"}")).isEqualTo("Expected a whole number in range at /to; found a text.");
        assertThat(count("{\"to\":1.5}")).isEqualTo("Expected a whole number in range at /to; found '1.5'.");
        assertThat(count("null")).isEqualTo("Expected a body; found none.");
    }

    private String count(String body) {
        var call = server.call("POST", "/api/v1/counts").freshKey().json(body);
        return call.send().json().path("detail").asString("");
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
