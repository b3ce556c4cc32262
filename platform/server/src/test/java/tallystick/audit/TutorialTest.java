package tallystick.audit;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Page;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/** Runs docs/tutorials/change-a-pricing-rule.md as it stands. */
class TutorialTest {
    @Test
    void thePageTellsTheTruth() throws Exception {
        var page = Page.of("docs/tutorials/change-a-pricing-rule.md");
        try (var platform = Platform.start(TestDatabase.empty())) {
            Story.moveClock(platform.door(), Instant.parse("2031-01-01T01:00:00Z"));
            page.tellsTheTruth(
                    platform.door(), "2031-01-01", List.of("officer", "risk-author", "risk-approver", "auditor"));
        }
    }
}
