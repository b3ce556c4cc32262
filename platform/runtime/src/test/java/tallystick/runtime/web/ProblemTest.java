package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    private final Server server = Server.shared();

    @Test
    void nobodyIsAskedToLogIn() {
        var answer = server.call("GET", "/api/v1/accounts").asNobody().send();
        Expect.problem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).contains("Basic");
    }

    @Test
    void anUnknownPathIsNotFound() {
        Expect.problem(server.call("GET", "/api/v1/nowhere").send(), 404, "not-found");
    }

    @Test
    void aFaultSaysOnlyAReference() {
        var answer = server.call("GET", "/api/v1/broken").send();
        Expect.problem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret", "Li Lei", "Exception", "tallystick.");
    }
}
