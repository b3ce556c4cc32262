package tallystick.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.runtime.testing.TestDatabase;

/** What people upload: judged by its bytes, kept sealed, given back as a download. */
class DocumentsTest {
    private static final String PDF = "%PDF-1.7\nan identity card\n%%EOF";
    private static Platform platform;
    private static Door door;
    private static String application;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        application = door.post("officer", "/applications", "{\"product\":\"cash-loan\"}")
                .is(201)
                .text("/id");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static HttpResponse<String> upload(String kind, String type, byte[] body) {
        var request = HttpRequest.newBuilder(
                        URI.create(door.address() + "/api/v1/applications/" + application + "/documents/" + kind))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("officer:" + Platform.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpResponse<String> upload(String kind, String type, String body) {
        return upload(kind, type, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aDocumentComesBackAsADownloadForWhoSaysWhy() {
        assertThat(upload("ID_CARD", "application/pdf", PDF).statusCode()).isEqualTo(200);
        assertThat(upload("ID_CARD", "application/pdf", PDF).statusCode()).isEqualTo(200);
        var listed = door.get("officer", "/applications/" + application + "/documents")
                .is(200);
        var hash = listed.text("/items/0/hash");
        assertThat(listed.json()
                        .at("/items")
                        .valueStream()
                        .filter(item -> item.at("/hash").asString("").equals(hash)))
                .hasSize(1);
        var path = "/applications/" + application + "/documents/ID_CARD/" + hash;
        door.get("officer", path).refused(403, "forbidden");
        door.get("finance", path, "Pii-Purpose", "curious").refused(403, "forbidden");
        var got = door.get("officer", path, "Pii-Purpose", "check the address").is(200);
        assertThat(got.response().body()).isEqualTo(PDF);
        assertThat(got.header("Content-Disposition")).startsWith("attachment");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        door.get("officer", path.replace("ID_CARD", "PAYSLIP"), "Pii-Purpose", "x")
                .refused(404, "not-found");
    }

    @Test
    void whatItIsToldByItsBytes() {
        assertThat(upload("PAYSLIP", "image/png", PDF).body()).contains("not-what-it-says");
        assertThat(upload("PAYSLIP", "application/pdf", "<html><script>").body())
                .contains("not-a-document");
        assertThat(upload("PAYSLIP", "application/pdf", PDF + "/JavaScript (app.alert)")
                        .body())
                .contains("active-content");
        assertThat(upload("PAYSLIP", "text/html", PDF).statusCode()).isEqualTo(415);
        assertThat(upload("..%2F..%2Fetc", "application/pdf", PDF).statusCode()).isIn(400, 404);
        assertThat(upload("PAYSLIP", "application/pdf", "").statusCode()).isEqualTo(400);
    }

    @Test
    void moreThanTwentyMebibytesAreTooMuch() {
        var large = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 5);
        assertThat(upload("PAYSLIP", "application/pdf", large).statusCode()).isEqualTo(413);
    }
}
