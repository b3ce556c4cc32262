package tallystick.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** What a newcomer meets: one command, no setting, an empty folder. */
class TallystickServerTest {
    @TempDir
    Path folder;

    @Test
    void startsOnAnEmptyFolderAndTellsWhereEverythingIs() throws Exception {
        var terminal = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, UTF_8));
        try (var _ = SpringApplication.run(
                        TallystickServer.class,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--tallystick.data-dir=" + folder.resolve("data"));
                var http = HttpClient.newHttpClient()) {
            assertThat(said.toString(UTF_8))
                    .contains("Tallystick is ready")
                    .contains("Data folder  " + folder.resolve("data"))
                    .contains("Try ");
            var readiness =
                    HttpRequest.newBuilder(URI.create(address(said.toString(UTF_8)) + "/actuator/health/readiness"));
            assertThat(http.send(readiness.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        } finally {
            System.setOut(terminal);
        }
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    private static String address(String summary) {
        return summary.replaceAll("(?s).*Address\\s+(http://\\S+).*", "$1");
    }
}
