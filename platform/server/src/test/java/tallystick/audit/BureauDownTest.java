package tallystick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/** The credit bureau is down for an hour while applications come in. */
class BureauDownTest {
    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(
                TestDatabase.empty(), "--tallystick.audit.sources.bureau.provider=" + FailingBureau.PROVIDER);
        door = platform.door();
    }

    @AfterAll
    static void stop() {
        FailingBureau.down = false;
        platform.close();
    }

    private static Story submitted(String amount, String income) {
        return Story.drafted(door, amount, income).submit();
    }

    /** What the decision found of the bureau, once there is one. */
    private static Door.Answer decided(Story story) {
        await().until(() -> !audit(story).text("/decisions/0/outcome").isEmpty());
        return audit(story);
    }

    private static Door.Answer audit(Story story) {
        return door.get("officer", "/audits/" + story.application().at("/audit").asString(""));
    }

    private static List<String> bureauFindings(Door.Answer audit) {
        return audit.json()
                .at("/decisions/0/findings")
                .valueStream()
                .filter(found ->
                        List.of("BUR-GAP", "BUR-OK").contains(found.at("/code").asString("")))
                .map(found -> found.at("/code").asString("") + " "
                        + found.at("/severity").asString(""))
                .toList();
    }

    @Test
    void smallLoansAreDecidedLargeOnesWaitForAPersonAndNothingIsLost() {
        var morning = platform.bean(Clock.class).instant();
        assertThat(bureauFindings(decided(submitted("12000.00", "9000.00")))).containsExactly("BUR-OK INFO");

        FailingBureau.down = true;
        var small = new ArrayList<Story>();
        var large = new ArrayList<Story>();
        for (var minute : List.of(1, 30, 59)) {
            Story.moveClock(door, morning.plus(Duration.ofMinutes(minute)));
            small.add(submitted("12000.00", "9000.00"));
            large.add(submitted("60000.00", "90000.00"));
        }
        small.forEach(story -> {
            story.reaches("OFFERED");
            assertThat(bureauFindings(decided(story))).containsExactly("BUR-GAP INFO");
        });
        large.forEach(story -> {
            assertThat(bureauFindings(decided(story))).containsExactly("BUR-GAP REFER");
            assertThat(audit(story).json().at("/decisions/0/gaps").toString())
                    .containsAnyOf(
                            "{\"source\":\"bureau\",\"why\":\"DOWN\"}", "{\"source\":\"bureau\",\"why\":\"RESTING\"}");
        });

        FailingBureau.down = false;
        Story.moveClock(door, morning.plus(Duration.ofHours(1)));
        assertThat(bureauFindings(decided(submitted("12000.00", "9000.00")))).containsExactly("BUR-OK INFO");
        large.forEach(BureauDownTest::approvedByAPerson);
        assertThat(door.get("auditor", "/overrides?by=senior-underwriter")
                        .is(200)
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(one -> one.at("/application").asString("") + " "
                                + one.at("/reason").asString("")))
                .containsExactlyInAnyOrderElementsOf(large.stream()
                        .map(story -> story.id() + " Record seen by hand")
                        .toList());
    }

    /** It goes on from there, though no programme that is shipped lends so much. */
    private static void approvedByAPerson(Story story) {
        await().untilAsserted(() ->
                assertThat(story.application().at("/subState").asString("")).isEqualTo("REFERRED"));
        var review = "/reviews/" + review(story);
        var seen = door.post("senior-underwriter", review + "/claim", "{}").is(200);
        assertThat(seen.json().at("/gaps/0/source").asString("")).isEqualTo("bureau");
        door.post("senior-underwriter", review + "/decision", """
            {"outcome":"APPROVE","reason":"Record seen by hand","conditions":[],"hash":"%s"}
            """.formatted(seen.text("/hash")))
                .is(200);
        story.reaches("NOT_PLACED");
    }

    private static String review(Story story) {
        var found = new ArrayList<String>();
        await().until(() -> {
            door.get("senior-underwriter", "/reviews?state=OPEN&limit=200")
                    .is(200)
                    .json()
                    .at("/items")
                    .valueStream()
                    .filter(one -> one.at("/application").asString("").equals(story.id()))
                    .forEach(one -> found.add(one.at("/id").asString("")));
            return !found.isEmpty();
        });
        return found.getFirst();
    }
}
