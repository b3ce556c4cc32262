package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

/** What every problem has. */
final class Expect {
    private Expect() {}

    static void problem(Call.Answer answer, int status, String code) {
        assertThat(answer.status()).as("status of %s", answer.body()).isEqualTo(status);
        assertThat(answer.code()).as("code of %s", answer.body()).isEqualTo(code);
        shape(answer);
    }

    /** The one shape, whoever wrote it. */
    static void shape(Call.Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var json = answer.json();
        assertThat(json.path("type").asString("")).isEqualTo("/problems/" + answer.code());
        assertThat(json.path("status").asInt(0)).isEqualTo(answer.status());
        assertThat(json.path("title").asString("")).isNotBlank();
        assertThat(json.path("detail").asString("")).isNotBlank();
        assertThat(json.path("errors").isArray()).isTrue();
        assertThat(json.path("traceId").asString("")).matches("[0-9a-f]{32}");
        assertThat(json.has("facts")).isEqualTo(answer.status() == 409);
    }
}
