package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

/** Runs docs/walk.md as it stands, against a platform whose clock stands where the walk was written. */
class WalkTest {
    private static final Instant NEW_YEAR = Instant.parse("2031-01-01T01:00:00Z");

    @Test
    void thePageTellsTheTruth() throws Exception {
        var page = Page.of("docs/walk.md");
        try (var platform = Platform.start(TestDatabase.empty())) {
            Story.moveClock(platform.door(), NEW_YEAR);
            page.tellsTheTruth(platform.door(), "2031-01-01", List.of("officer", "operations", "finance", "auditor"));
        }
    }

    @Test
    void theReadmeHasTheSameTenCalls() throws IOException {
        var calls = Files.readAllLines(Page.ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("call "))
                .map(line -> line.replaceAll("\\s+# .*", "").replaceAll("\\s+", " "))
                .toList();
        var walked = Page.of("docs/walk.md").commands().stream()
                .filter(line -> line.startsWith("call "))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
        assertThat(calls).hasSize(10);
        assertThat(walked).containsAll(calls);
    }
}
