package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Platform;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/** Letters as borrowers get them: another program reads them, and asking again gives the same bytes. */
class LettersTest {
    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        var loan = Portfolio.loan(
                "loan-p0",
                java.time.LocalDate.parse("2026-01-01"),
                java.time.LocalDate.parse("2026-02-01"),
                12,
                List.of(),
                "12000.00");
        platform.bean(Commands.class).send(loan, Origin.of("test"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static byte[] letter(String path) throws IOException, InterruptedException {
        var login =
                Base64.getEncoder().encodeToString(("finance:" + Platform.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(platform.door().address() + "/api/v1/loans/loan-p0" + path))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return answer.body();
    }

    @Test
    void anotherProgramReadsThePlan() throws IOException, InterruptedException {
        var plan = letter("/letters/repayment-plan?asOf=2026-01-01");
        try (var document = Loader.loadPDF(plan)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Repayment plan", "loan-p0", "2026-02-01", "12000.00");
        }
        assertThat(letter("/letters/repayment-plan?asOf=2026-01-01")).isEqualTo(plan);
    }

    @Test
    void itIsWrittenInChineseToo() throws IOException, InterruptedException {
        try (var document = Loader.loadPDF(letter("/statement?asOf=2026-01-01&language=ZH"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("贷款对账单");
        }
    }
}
