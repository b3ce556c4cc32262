package tallystick.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.People;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/** The daily work of officers over HTTP. */
class WorkTest {
    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static String drafted(String name, String phone) {
        var draft = Story.DRAFT
                .formatted("12000.00", People.next(), "9000.00")
                .replace("Li Lei", name)
                .replace("+8613800138000", phone);
        return door.post("officer", "/applications", draft).is(201).text("/id");
    }

    private static String worklist(String user) {
        return door.get(user, "/worklist?limit=200").is(200).response().body();
    }

    @Test
    void whatIsHandedOverLeavesOneListAndAppearsInTheOther() {
        var id = drafted("Wang Fang", "+8613700137001");
        await().untilAsserted(() -> assertThat(worklist("officer")).contains(id));
        assertThat(worklist("officer2")).doesNotContain(id);
        door.post("officer", "/applications/" + id + "/assignment", "{\"officer\":\"officer2\",\"note\":\"on leave\"}")
                .is(200);
        await().untilAsserted(() -> assertThat(worklist("officer2")).contains(id));
        assertThat(worklist("officer")).doesNotContain(id);
        door.post("officer", "/applications/" + id + "/assignment", "{\"officer\":\"=cmd()\"}")
                .refused(422, "value-not-allowed");
        door.post("officer2", "/applications/" + id + "/withdrawal", "{\"reason\":\"gone\"}")
                .is(200);
        await().untilAsserted(() -> assertThat(worklist("officer2")).doesNotContain(id));
    }

    @Test
    void notesAreReadByWhoMaySeeThem() {
        var id = drafted("Wang Min", "+8613700137002");
        door.post("officer", "/applications/" + id + "/notes", "{\"text\":\"His brother Wang Li called.\"}")
                .is(200);
        await().untilAsserted(() -> assertThat(door.get("underwriter", "/applications/" + id + "/notes")
                        .text("/items/0/text"))
                .isEqualTo("His brother Wang Li called."));
        assertThat(door.get("finance", "/applications/" + id + "/notes").text("/items/0/text"))
                .isEqualTo("***");
        door.post("officer", "/applications/" + id + "/notes", "{\"text\":\" \"}")
                .refused(422, "value-not-allowed");
    }

    private static String sought(String kind, String value) {
        return door.post(
                        "officer",
                        "/parties/resolve/applications",
                        "{\"kind\":\"%s\",\"value\":\"%s\"}".formatted(kind, value))
                .is(200)
                .response()
                .body();
    }

    @Test
    void draftsAreFoundMaskedByNameAndPhone() {
        var id = drafted("Zhao Ziyi", "+8613700137003");
        await().untilAsserted(() -> assertThat(sought("PHONE", "137 0013 7003")).contains(id));
        assertThat(sought("NAME", "zhao  ziyi")).contains(id, "Z***").doesNotContain("Zhao");
        assertThat(sought("NAME", "zhao")).doesNotContain(id);
    }

    @Test
    void relatedApplicationsAreShownWhileItIsADraft() {
        var first = drafted("Qian Qi", "+8613700137004");
        var second = drafted("Sun San", "+8613700137004");
        await().untilAsserted(() -> {
            var related =
                    door.get("officer", "/applications/" + second + "/related").is(200);
            assertThat(related.response().body()).contains(first, "PHONE").doesNotContain("NATIONAL_ID");
        });
    }

    @Test
    void anExportHoldsNoPersonalDataAndNoFormulas() {
        var id = drafted("Li Si", "+8613700137005");
        await().untilAsserted(() -> {
            var csv = door.get("auditor", "/exports/applications?state=DRAFT").is(200);
            assertThat(csv.response().body())
                    .startsWith("application,state,")
                    .contains(id)
                    .doesNotContain("Li Si");
            assertThat(csv.header("Content-Disposition")).startsWith("attachment");
        });
        door.get("auditor", "/exports/applications?color=red").refused(400, "unknown-filter");
    }

    @Test
    void aViewIsItsOwnersAlone() {
        door.put("officer", "/views/to-call", "{\"filters\":{\"state\":\"OFFERED\"}}")
                .is(200);
        door.put("officer", "/views/to-call", "{\"filters\":{\"state\":\"ACCEPTED\"}}")
                .is(200);
        assertThat(door.get("officer", "/views").is(200).text("/items/0/filters/state"))
                .isEqualTo("ACCEPTED");
        assertThat(door.get("officer2", "/views").is(200).json().at("/items").size())
                .isZero();
        door.put("officer", "/views/to-call", "{\"filters\":{\"name\":\"Li Lei\"}}")
                .refused(422, "value-not-allowed");
    }
}
