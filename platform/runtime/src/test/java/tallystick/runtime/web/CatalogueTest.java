package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that can leave has its page. */
class CatalogueTest {
    /** Where codes that are no {@link Standard} are written down. */
    private static final Pattern CODE = Pattern.compile(
            "(?:new Refusal|Refusal\\.of|new ValueNotAllowed|ProblemWriter\\.write|problems\\.write)\\(\\s*(?:request,"
                    + " response, \\w+, )?\"([a-z0-9-]+)\"");

    private final Server server = Server.shared();

    @Test
    void everyCodeInTheSourcesIsInTheCatalogue() throws IOException {
        var catalogue = server.bean(ProblemCatalogue.class);
        var missing = new TreeSet<String>();
        var found = new TreeSet<String>();
        for (var source : sources()) {
            CODE.matcher(source).results().map(match -> match.group(1)).forEach(code -> {
                found.add(code);
                if (catalogue.find(code).isEmpty()) {
                    missing.add(code);
                }
            });
        }
        assertThat(found).contains("operation-finished", "balance-too-low");
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCodeOpensAPageForPeopleAndForPrograms() {
        for (var entry : server.bean(ProblemCatalogue.class).all()) {
            var json =
                    server.call("GET", "/problems/" + entry.code()).asNobody().send();
            assertThat(json.json().path("status").asInt(0)).isEqualTo(entry.status());
            var page = server.call("GET", "/problems/" + entry.code())
                    .asNobody()
                    .with("Accept", "text/html")
                    .send();
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.body()).contains(entry.code(), "<h1>");
        }
        Expect.problem(server.call("GET", "/problems/none").asNobody().send(), 404, "not-found");
    }

    private static Iterable<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        for (var root : List.of("src/main/java", "src/test/java/tallystick/reference")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(CatalogueTest::read)
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
