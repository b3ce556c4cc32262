package tallystick.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.audit.decisions.Audit;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.rebuild.Rebuild;
import tallystick.runtime.testing.TestDatabase;

/** Our own book of a party is only what events tell: thrown away and made again, it says the same. */
class OwnBookTest {
    private static Platform platform;
    private static Door door;
    private static JdbcTemplate database;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        database = platform.bean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** What would be known of the party if it came once more. */
    private static Map<String, String> known(Story story, Instant at) {
        var audit = story.application().at("/audit").asString("");
        var before = platform.bean(Things.class)
                .find(Audit.class, audit)
                .orElseThrow()
                .state()
                .opened();
        var again = new AuditOpened(
                before.audit(),
                new ApplicationId("app-again"),
                before.applicant(),
                before.officer(),
                before.asked(),
                before.facts(),
                at);
        var facts =
                new TreeMap<>(platform.bean(Gatherer.class).gather(again, at).facts());
        facts.keySet().removeIf(name -> !name.startsWith("own."));
        return facts;
    }

    @Test
    void thrownAwayAndMadeAgainItSaysTheSame() {
        var repaid = Story.funded(door);
        repay(repaid);
        var declined = Story.drafted(door, "12000.00", "1000.00").submit().reaches("DECLINED");
        var open = Story.offered(door);
        var people = List.of(repaid, declined, open);
        var now = platform.bean(Clock.class).instant();
        await().untilAsserted(() -> {
            assertThat(known(repaid, now)).containsEntry("own.openApplications", "0");
            assertThat(known(declined, now)).containsEntry("own.daysSinceDecline", "0");
            assertThat(known(open, now)).containsEntry("own.openApplications", "1");
            assertThat(rows("own_loans_v2").toString()).contains("state=ACTIVE").doesNotContain("paid=0,");
        });
        var facts = people.stream().map(story -> known(story, now)).toList();
        var applications = rows("own_applications_v2");
        var loans = rows("own_loans_v2");

        database.update("delete from audit.own_applications_v2");
        database.update("delete from audit.own_loans_v2");
        assertThat(known(repaid, now)).containsEntry("own.owed", "0");
        platform.bean(Rebuild.class).replay(new GroupName("audit.own-applications.v2"), new OwnBook(), head());

        assertThat(people.stream().map(story -> known(story, now)).toList()).isEqualTo(facts);
        assertThat(rows("own_applications_v2")).isEqualTo(applications);
        assertThat(rows("own_loans_v2")).isEqualTo(loans);
    }

    private static List<String> rows(String table) {
        return database.queryForList("select * from audit.%s order by application".formatted(table)).stream()
                .map(Map::toString)
                .toList();
    }

    private static long head() {
        return Objects.requireNonNull(database.queryForObject("select max(position) from store.events", Long.class));
    }

    /** The first instalment, early. */
    private static void repay(Story story) {
        var due = door.get("operations", "/loans/" + story.loan() + "/schedule").text("/rows/1/total");
        door.post("operations", "/loans/" + story.loan() + "/repayments", """
            {"amount":{"amount":"%s","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
            """.formatted(
                                due, story.seenLoan().at("/asOf").asString("")))
                .is(201);
    }
}
