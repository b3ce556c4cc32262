package tallystick.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.SpringApplication;

/** What a newcomer meets: one command, no setting, an empty folder. */
@Isolated("reads what the whole process prints")
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
                    .contains("Try ")
                    .doesNotContain("claimed the token");
            assertThat(Files.getPosixFilePermissions(folder.resolve("data/banks/sandbox.secret")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            logsInAndReads(http, address(said.toString(UTF_8)));
            var readiness =
                    HttpRequest.newBuilder(URI.create(address(said.toString(UTF_8)) + "/actuator/health/readiness"));
            assertThat(http.send(readiness.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        } finally {
            System.setOut(terminal);
        }
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    /** With what the summary says, as a newcomer would: the users' file, a token, a first list. */
    private void logsInAndReads(HttpClient http, String address) throws Exception {
        var users = new Properties();
        try (var file = Files.newBufferedReader(folder.resolve("data/users.properties"))) {
            users.load(file);
        }
        var login = Base64.getEncoder().encodeToString(("officer:" + users.getProperty("officer")).getBytes(UTF_8));
        var asked = HttpRequest.newBuilder(URI.create(address + "/api/v1/tokens"))
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.noBody());
        var answer = http.send(asked.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var token = answer.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        var list = HttpRequest.newBuilder(URI.create(address + "/api/v1/operations"))
                .header("Authorization", "Bearer " + token);
        assertThat(http.send(list.build(), BodyHandlers.ofString()).body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    private static String address(String summary) {
        return summary.replaceAll("(?s).*Address\\s+(http://\\S+).*", "$1");
    }
}
