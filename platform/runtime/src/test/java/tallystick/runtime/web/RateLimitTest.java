package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

class RateLimitTest {
    @Test
    void oneCallerWaitsAndTheOthersDoNot() {
        try (var server = Server.start(
                TestDatabase.fresh(),
                "--tallystick.http.rates.default.requests=3",
                "--tallystick.http.rates.default.window=1h")) {
            for (var left = 2; left >= 0; left--) {
                var answer = server.call("GET", "/api/v1/accounts").send();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=3600");
                assertThat(answer.header("RateLimit")).startsWith("\"default\";r=" + left + ";t=");
            }
            var refused = server.call("GET", "/api/v1/accounts").send();
            Expect.problem(refused, 429, "too-many-requests");
            assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                    .isBetween(1, 1200);
            assertThat(server.call("GET", "/api/v1/accounts")
                            .as("officer")
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }
}
