package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tomcat refuses before any of our code runs leaves as a problem too. */
class RawTest {
    private final Server server = Server.shared();

    @ParameterizedTest
    @CsvSource({
        "'GET /a b c HTTP/1.1', 400",
        "'G<T /api/v1/accounts HTTP/1.1', 400",
        "'GET /api/v1/acc{}ounts HTTP/1.1', 400",
        "'GET /api/v1/a%2Fb HTTP/1.1', 400",
        "'GET /api/v1/a%00b HTTP/1.1', 400",
        "'GET /api/v1/%zz HTTP/1.1', 400",
        "'GET /api/v1/a;b=c HTTP/1.1', 400",
        "'GET /../../etc/passwd HTTP/1.1', 400",
        "'GET /api/v1/accounts HTTP/7.3', 505",
        "'TRACE /api/v1/accounts HTTP/1.1', 405"
    })
    void aBrokenRequestLineIsExplained(String line, int status) throws IOException {
        expect(send(line + "\r\nHost: a\r\nConnection: close\r\n\r\n"), status);
    }

    @Test
    void brokenHeadersAreExplained() throws IOException {
        expect(send("GET /api/v1/accounts HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
        expect(send("GET /api/v1/accounts HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"), 400);
        expect(
                send("GET /api/v1/accounts HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(20_000)
                        + "\r\nConnection: close\r\n\r\n"),
                400);
        expect(send("POST /api/v1/quotes HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\nConnection: close\r\n\r\n"), 400);
        var rot13 = List.of("POST /api/v1/quotes HTTP/1.1", "Host: a", "Transfer-Encoding: rot13", "Connection: close");
        expect(send(String.join("\r\n", rot13) + "\r\n\r\n"), 501);
        expect(send("POST /api/v1/quotes HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n"), 417);
    }

    @Test
    void anAddressThatIsTooLongIsExplained() throws IOException {
        expect(
                send("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + login() + "\r\n"),
                414);
        expect(send("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
    }

    @Test
    void brokenChunksAreExplained() throws IOException {
        var head = "POST /api/v1/quotes HTTP/1.1\r\n"
                + "Host: a\r\n"
                + "Connection: close\r\n"
                + "Content-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n"
                + login();
        expect(send(head + "\r\nzz\r\n{}\r\n0\r\n\r\n"), 400);
    }

    private static String login() {
        return "Authorization: " + Server.basic("operations") + "\r\n";
    }

    private static void expect(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).containsIgnoringCase("Content-Type: application/problem+json");
        assertThat(answer).contains("\"status\":" + status, "\"errors\":[", "\"traceId\":\"");
        assertThat(answer).doesNotContain("<html", "Apache", "java.");
    }

    private String send(String bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
