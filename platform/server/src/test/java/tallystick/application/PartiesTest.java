package tallystick.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.People;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Parties over HTTP: found by everything, merged and split, connected, held, erased when the law lets us. */
class PartiesTest {
    private static final int ROUNDS = Integer.getInteger("proof.split.rounds", 2);
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

    private record Person(String id, String party, Story story) {}

    private static Person applied(String income, String phone, String more) {
        return applied(income, phone, more, "12000.00");
    }

    private static Person applied(String income, String phone, String more, String amount) {
        var nationalId = People.next();
        var story = drafted(nationalId, income, phone, more, amount).submit();
        return new Person(nationalId, story.application().at("/applicant/party").asString(""), story);
    }

    private static Story drafted(String nationalId, String income, String phone, String more, String amount) {
        var draft = Story.DRAFT
                .formatted(amount, nationalId, income)
                .replace("6222020200112233446", People.nextCard())
                .replace("+8613800138000", phone)
                .replace("\"birthDate\"", more + "\"birthDate\"");
        return Story.of(
                door, door.post("officer", "/applications", draft).is(201).text("/id"));
    }

    private static String found(String kind, String value) {
        return door.post("officer", "/parties/resolve", "{\"kind\":\"%s\",\"value\":\"%s\"}".formatted(kind, value))
                .is(200)
                .response()
                .body();
    }

    @Test
    void aPartyIsFoundByWhateverIsKnown() {
        var person = applied("9000.00", "+8613900139001", "\"email\":\"li@example.com\",\"device\":\"device-0001\",");
        await().untilAsserted(
                        () -> assertThat(found("NATIONAL_ID", person.id())).contains(person.party()));
        assertThat(found("PHONE", "139 0013 9001")).contains(person.party());
        assertThat(found("EMAIL", "LI@example.com")).contains(person.party());
        assertThat(found("DEVICE", "device-0001")).contains(person.party());
        assertThat(found("PHONE", "+8613900139999")).isEqualTo("{\"items\":[]}");
    }

    @Test
    void twoThatAreOneAreMergedAndSplitAgain() {
        var one = applied("9000.00", "+8613900139002", "");
        var two = applied("9000.00", "+8613900139003", "");
        var merge = "/parties/" + one.party() + "/merge";
        var body = "{\"into\":\"%s\",\"reason\":\"one person\"}";
        door.post("officer", merge, body.formatted(one.party())).refused(409, "merge-with-itself");
        door.post("officer", merge, body.formatted("party-nobody")).refused(422, "value-not-allowed");
        door.post("officer", merge, body.formatted(two.party())).is(200);
        // The other way round would be a ring.
        door.post("officer", "/parties/" + two.party() + "/merge", body.formatted(one.party()))
                .refused(409, "merge-with-itself");
        await().untilAsserted(
                        () -> assertThat(found("NATIONAL_ID", one.id())).contains("\"mergedInto\":\"" + two.party()));
        await().untilAsserted(() -> assertThat(door.get("officer", "/parties/" + two.party() + "/applications")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2));
        door.post("officer", "/parties/" + one.party() + "/split", "{\"reason\":\"two brothers\"}")
                .is(200);
        await().untilAsserted(() -> assertThat(found("NATIONAL_ID", one.id())).contains("\"mergedInto\":null"));
    }

    @Test
    void theNetworkTellsWhoIsConnectedAndWhoWasDeclined() {
        var declined = applied("1000.00", "+8613900139004", "\"employer\":\"Lucky Dragon Trading\",");
        declined.story().reaches("DECLINED");
        var middle = applied("9000.00", "+8613900139004", "\"address\":\"1 Long Street\",");
        var far = applied("9000.00", "+8613900139006", "\"address\":\"1  long street\",");
        await().untilAsserted(() -> {
            var near = door.get("officer", "/parties/" + far.party() + "/network?hops=1")
                    .is(200);
            assertThat(near.response().body()).contains(middle.party());
        });
        await().untilAsserted(() -> {
            var wide =
                    door.get("officer", "/parties/" + far.party() + "/network").is(200);
            assertThat(wide.response().body()).contains(declined.party());
            assertThat(Integer.parseInt(wide.text("/features/declined"))).isPositive();
        });
        door.get("officer", "/parties/" + far.party() + "/network?hops=9").refused(422, "value-not-allowed");
    }

    /** What the audit found, once it has decided. */
    private static List<String> reasons(Person person) {
        return reasons(person.story());
    }

    private static List<String> reasons(Story story) {
        await().untilAsserted(() ->
                assertThat(audit(story).at("/decisions/0/outcome").asString("")).isNotEmpty());
        var decision = audit(story).at("/decisions/0");
        assertThat(decision.at("/gaps").toString()).doesNotContain("network");
        return decision.at("/reasons")
                .valueStream()
                .map(reason -> reason.at("/code").asString(""))
                .toList();
    }

    private static JsonNode audit(Story story) {
        var audit = story.application().at("/audit").asString("");
        return door.get("officer", "/audits/" + audit).is(200).json();
    }

    private static void flag(Person person, String flag) {
        door.post(
                        "senior-underwriter",
                        "/parties/" + person.party() + "/flags",
                        "{\"flag\":\"%s\",\"reason\":\"as agreed\"}".formatted(flag))
                .is(200);
    }

    /** Until the list of parties and of their applications knows of somebody. */
    private static void isKnown(Person person, String phone) {
        await().untilAsserted(() -> assertThat(found("PHONE", phone)).contains(person.party()));
        await().untilAsserted(() -> assertThat(door.get("officer", "/parties/" + person.party() + "/applications")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isPositive());
    }

    @Test
    void whoIsFlaggedIsDecidedByAPerson() {
        for (var flag : List.of("STAR", "FRAUD")) {
            var person = applied("9000.00", "+8613900139011", "");
            person.story().reaches("OFFERED");
            person.story().withdraw().is(200);
            flag(person, flag);
            var again = appliedAgain(person);
            assertThat(reasons(again)).as(flag).containsExactly("OWN-FLAG");
            assertThat(again.story().application().at("/subState").asString("")).isEqualTo("REFERRED");
        }
    }

    private static Person appliedAgain(Person person) {
        var draft =
                Story.DRAFT.formatted("12000.00", person.id(), "9000.00").replace("+8613800138000", "+8613900139011");
        var started = door.post("officer", "/applications", draft).is(201);
        return new Person(
                person.id(), person.party(), Story.of(door, started.text("/id")).submit());
    }

    @Test
    void aLoanThatIsSplitOverAHouseholdIsLookedAtTogether() {
        var first = applied("30000.00", "+8613900139012", "\"address\":\"7 Willow Lane\",", "30000.00");
        assertThat(reasons(first)).isEmpty();
        isKnown(first, "+8613900139012");
        var second = applied("30000.00", "+8613900139013", "\"address\":\"7 willow  lane\",", "30000.00");
        assertThat(reasons(second)).containsExactly("OWN-SPLIT");
    }

    /** Whichever is looked at later finds the other, although no read model can know of either. */
    @Test
    void twoHalvesThatComeAtTheSameMomentDoNotMissEachOther() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var pair = List.of(half(round, "20"), half(round, "21"));
            try (var connection = platform.bean(DataSource.class).getConnection();
                    var statement = connection.createStatement();
                    var threads = Executors.newFixedThreadPool(2)) {
                connection.setAutoCommit(false);
                statement.execute("lock table application.party_applications_v1, application.party_identifiers_v1"
                        + " in share mode");
                pair.forEach(half -> threads.execute(
                        () -> door.post("officer", "/applications/" + half.id() + "/submission", "{}")));
                assertThat(pair.stream().flatMap(half -> reasons(half).stream()))
                        .contains("OWN-SPLIT");
                connection.rollback();
            }
        }
    }

    private static Story half(int round, String phone) {
        var address = "\"address\":\"%d Twin Lane\",".formatted(round);
        return drafted(People.next(), "30000.00", "+8613900%s%04d".formatted(phone, round), address, "30000.00");
    }

    @Test
    void whoSharesADeviceWithAFraudIsLookedAt() {
        var fraud = applied("9000.00", "+8613900139014", "\"device\":\"device-0014\",");
        isKnown(fraud, "+8613900139014");
        flag(fraud, "FRAUD");
        var near = applied("9000.00", "+8613900139015", "\"device\":\"device-0014\",");
        assertThat(reasons(near)).contains("NET-FRAUD");
        assertThat(reasons(applied("9000.00", "+8613900139016", ""))).isEmpty();
    }

    @Test
    void whoIsHeldIsNotPaid() {
        var person = applied("9000.00", "+8613900139007", "");
        var story = person.story().reaches("OFFERED");
        var flags = "/parties/" + person.party() + "/flags";
        door.post("officer", flags, "{\"flag\":\"HOLD\",\"reason\":\"named in a case\"}")
                .is(200);
        await().untilAsserted(() ->
                assertThat(story.application().at("/held").asString("")).isEqualTo("PARTY_HELD"));
        story.accept().sign().reaches("CONTRACTED");
        door.post("officer", "/parties/" + person.party() + "/flag-removals", "{\"flag\":\"HOLD\",\"reason\":\"x\"}")
                .refused(403, "forbidden");
        door.post(
                        "senior-underwriter",
                        "/parties/" + person.party() + "/flag-removals",
                        "{\"flag\":\"HOLD\",\"reason\":\"closed\"}")
                .is(200);
        door.post("senior-underwriter", "/applications/" + story.id() + "/hold-release", "{\"reason\":\"closed\"}")
                .is(200);
        story.reaches("FUNDED");
    }

    @Test
    void nobodyIsErasedBeforeTheLawLetsUs() {
        var person = applied("9000.00", "+8613900139008", "");
        var erasure = "/parties/" + person.party() + "/erasure";
        door.post("officer", erasure, "{\"reason\":\"asked\"}").refused(403, "forbidden");
        await().untilAsserted(() -> assertThat(door.post("admin", erasure, "{\"reason\":\"asked\"}")
                        .refused(409, "erasure-too-early")
                        .text("/facts/possibleFrom"))
                .isEqualTo("open"));
        person.story().reaches("OFFERED").withdraw().is(200);
        await().untilAsserted(() -> assertThat(door.post("admin", erasure, "{\"reason\":\"asked\"}")
                        .refused(409, "erasure-too-early")
                        .text("/facts/possibleFrom"))
                .startsWith("20"));
        Story.moveClock(door, java.time.Instant.now().plus(Duration.ofDays(366 * 11)));
        door.post("admin", erasure, "{\"reason\":\"asked\"}").is(200);
        await().untilAsserted(
                        () -> assertThat(found("NATIONAL_ID", person.id())).isEqualTo("{\"items\":[]}"));
        await().untilAsserted(() -> assertThat(
                        door.get("officer", "/applications/" + person.story().id(), "Pii-Purpose", "look")
                                .response()
                                .body())
                .doesNotContain(person.id()));
        assertThat(door.get("officer", "/parties/" + person.party()).text("/name"))
                .isEqualTo("***");
        assertThat(applied("9000.00", "+8613900139009", "").party()).isNotEqualTo(person.party());
    }
}
