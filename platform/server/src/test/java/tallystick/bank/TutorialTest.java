package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.bank.AcmeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.spi.BankAdapter;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.kernel.Sha256;
import tallystick.runtime.testing.TestDatabase;

/** The tutorial, done as it says: what is on the page is built on the SPI alone, dropped in, and lends. */
class TutorialTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final String KEY = "a key that both sides know";
    private static final Pattern FILE = Pattern.compile("(?m)^`([^`\n]+)`\n```[a-z]*\n((?s).*?)\n```$");

    @TempDir
    Path folder;

    private static Map<String, String> page() throws IOException {
        var files = new LinkedHashMap<String, String>();
        FILE.matcher(Files.readString(HOME.resolve("docs/tutorials/write-an-adapter.md")))
                .results()
                .forEach((MatchResult found) -> files.put(found.group(1), found.group(2)));
        return files;
    }

    @Test
    void thePageShowsTheExampleAsItIs() throws IOException {
        var example = HOME.resolve("examples/acme-bank/src/main");
        assertThat(page()).hasSize(6);
        for (var file : page().entrySet()) {
            var kept = example.resolve(file.getKey().endsWith(".java") ? "java" : "resources")
                    .resolve(file.getKey());
            assertThat(Files.readString(kept).strip()).as(file.getKey()).isEqualTo(file.getValue());
        }
    }

    @Test
    void whatThePageSaysLends() throws IOException {
        var jar = build();
        var plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.copy(jar, plugins.resolve("acme-bank.jar"));
        try (var acme = new AcmeServer(KEY, Clock.systemUTC());
                var platform = Platform.start(
                        TestDatabase.empty(),
                        "--tallystick.plugins.folder=" + plugins,
                        "--tallystick.plugins.allowed=" + Sha256.hex(Files.readAllBytes(jar)),
                        "--tallystick.banks.acme.adapter=acme",
                        "--tallystick.banks.acme.url=" + acme.url(),
                        "--tallystick.banks.acme.key=" + KEY)) {
            appetite(platform.door());
            var story = Story.funded(platform.door());
            var orders = platform.door()
                    .get("operations", "/instructions?bank=acme")
                    .is(200)
                    .json()
                    .path("items");
            assertThat(orders.valueStream().map(order -> order.path("state").asString("")))
                    .containsExactly("CONFIRMED", "CONFIRMED");
            assertThat(acme.orders()).containsKey(story.payout()).hasSize(2);
            repaid(platform.door(), story);
        }
    }

    /** Acme is cheaper than the sandbox, so it gets the loan. */
    private static void appetite(Door door) {
        door.post("operations", "/banks/acme/programmes", """
            {"id":"acme-cash","product":"cash-loan","amount":{"min":"1000.00","max":"50000.00"},"count":{"min":3,"max":24},
             "annualRate":"0.09","regions":["*"],"hours":null,"quota":{"daily":null,"monthly":null},"share":"1",
             "fundingLine":"acme-cash"}
            """).is(201);
        door.post("operations", "/funding-lines", """
            {"id":"acme-cash","bank":"acme","programme":"acme-cash","currency":"CNY","limit":"500000.00",
             "reservationValidFor":"PT30M"}
            """).is(201);
        door.post("operations2", "/funding-lines/acme-cash/approval", "{}").is(200);
    }

    private static void repaid(Door door, Story story) {
        var owed = story.seenLoan().at("/outstanding/total").asString("");
        var today = story.seenLoan().at("/asOf").asString("");
        door.post("operations", "/loans/" + story.loan() + "/repayments", """
            {"amount":{"amount":"%s","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY","reference":"1"}
            """.formatted(owed, today))
                .is(201);
        await().until(() -> story.seenLoan().at("/state").asString("").equals("PAID_OFF"));
    }

    /** As the page says, by javac and jar. */
    private Path build() throws IOException {
        var sources = new ArrayList<String>();
        for (var file : page().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            if (file.getKey().endsWith(".java")) {
                sources.add(path.toString());
            }
        }
        var spi = BankAdapter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        var classes = folder.resolve("classes").toString();
        var compile = new ArrayList<>(List.of("--release", "25", "-proc:none", "-cp", spi, "-d", classes));
        compile.addAll(sources);
        run("javac", compile);
        var jar = folder.resolve("acme-bank.jar");
        run(
                "jar",
                List.of("--create", "--file", jar.toString(), "-C", classes, ".", "-C", folder.toString(), "META-INF"));
        return jar;
    }

    private static void run(String tool, List<String> arguments) {
        var code = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertThat(code).as(tool).isZero();
    }
}
