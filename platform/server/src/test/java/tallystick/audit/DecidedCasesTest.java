package tallystick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/** What can be asked of a case once it is decided: notices, overrides, what a shadow would have said. */
class DecidedCasesTest {
    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty(), "--tallystick.audit.sources.bureau.provider=simulated");
        door = platform.door();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Story decided(String amount, String income) {
        var story = Story.drafted(door, amount, income).submit();
        Awaitility.await()
                .until(() -> !door.get("officer", audit(story))
                        .text("/decisions/0/outcome")
                        .isEmpty());
        return story;
    }

    private static String audit(Story story) {
        return "/audits/" + story.application().at("/audit").asString("");
    }

    @Test
    void aDeclinedApplicantIsToldInTheirLanguage() {
        var audit = audit(decided("12000.00", "1000.00"));
        var notice =
                door.get("officer", audit + "/decisions/1/notice?language=zh").is(200);
        assertThat(notice.text("/title")).isEqualTo("贷款申请审批结果通知");
        assertThat(notice.json()
                        .at("/reasons")
                        .valueStream()
                        .map(reason -> reason.at("/code").asString("")))
                .contains("AFF-MIN");
        assertThat(notice.text("/dueBy")).isNotBlank();
        var document =
                door.get("officer", audit + "/decisions/1/notice/document").is(200);
        assertThat(document.header("Content-Type")).isEqualTo("application/pdf");
        door.get("officer", audit + "/decisions/1/notice?language=fr").refused(422, "value-not-allowed");
    }

    @Test
    void withABureauItsRecordCounts() {
        var audit = door.get("officer", audit(decided("12000.00", "9000.00"))).is(200);
        assertThat(audit.json().at("/decisions/0/gaps").toString()).doesNotContain("bureau");
        assertThat(audit.json()
                        .at("/decisions/0/findings")
                        .valueStream()
                        .map(found -> found.at("/code").asString("")))
                .contains("BUR-OK");
    }

    @Test
    void aShadowJudgesAndDecidesNothing() {
        var desk = new Desk(door);
        var hash = desk.dearer("0.13").is(201).text("/hash");
        door.put("risk-approver", "/rule-sets/" + hash + "/shadow", "{}").refused(409, "not-checked");
        desk.checked(hash);
        assertThat(door.put("risk-approver", "/rule-sets/" + hash + "/shadow", "{}")
                        .is(200)
                        .json()
                        .at("/shadow")
                        .asBoolean(false))
                .isTrue();
        var decided = decided("12000.00", "9000.00");
        assertThat(door.get("officer", audit(decided)).text("/decisions/0/pricingSet"))
                .isEqualTo(desk.live("pricing"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("risk-approver", "/rule-sets/" + hash + "/shadow")
                                .is(200)
                                .json()
                                .at("/judged")
                                .asLong(0))
                        .isPositive());
    }

    @Test
    void nobodyIsToldWhoWasNotDeclined() {
        var approved = decided("12000.00", "20000.00");
        if (door.get("officer", audit(approved)).text("/decisions/0/outcome").equals("APPROVE")) {
            door.get("officer", audit(approved) + "/decisions/1/notice").refused(409, "no-notice-owed");
        }
        door.get("officer", "/reviews?state=NOWHERE").refused(422, "value-not-allowed");
        assertThat(door.get("officer", "/overrides").is(200).json().at("/items").isArray())
                .isTrue();
    }
}
