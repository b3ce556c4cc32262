package tallystick.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/** What operations do when something could not be taken. The rows are those that the machine itself leaves then. */
class RepairsTest {
    private static final String LIST = "application.applications.v1";

    private static Platform platform;
    private static Door door;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        database = platform.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void whatWasPutAsideIsSeenTakenAgainAndGone() {
        var application = putAside();
        var group = door.get("operations", "/processing-groups/" + LIST).is(200);
        assertThat(group.text("/putAside/0/of")).isEqualTo(application);
        assertThat(group.text("/putAside/0/error")).isEqualTo("a bug");
        var retry = "{\"of\":\"%s\"}".formatted(application);
        var after = door.post("operations", "/processing-groups/" + LIST + "/retries", retry)
                .is(200);
        assertThat(after.json().at("/putAside").isEmpty()).isTrue();
        assertThat(after.json().at("/letters").asInt(-1)).isZero();
        var again = door.post("operations", "/processing-groups/" + LIST + "/retries", retry)
                .refused(409, "not-put-aside");
        assertThat(again.text("/detail"))
                .isEqualTo("Expected an event that application.applications.v1 has put aside; it holds no such one that"
                        + " can be taken now.");
    }

    @Test
    void whatIsGivenUpIsKeptWithItsReasonAndWho() {
        var application = putAside();
        var position = position(application);
        door.post("operations", "/processing-groups/" + LIST + "/closings", closing(application, position, " "))
                .refused(422, "value-not-allowed");
        door.post(
                        "operations",
                        "/processing-groups/" + LIST + "/closings",
                        closing(application, 99_999, "told by phone"))
                .refused(409, "not-put-aside");
        door.post(
                        "operations",
                        "/processing-groups/" + LIST + "/closings",
                        closing(application, position, "told by phone"))
                .is(200);
        var kept = database.sql(
                        "select closed_by || ': ' || closed_reason from application.dead_letters where sequence = ?")
                .param(application)
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo("operations: told by phone");
    }

    @Test
    void aHaltedLedgerIsShownAndGoesOnWhenSomebodySaysSo() {
        database.sql("insert into loan.halts (processor, position, error) values ('loan.ledger', 1, 'a bug')")
                .update();
        assertThat(door.get("operations", "/processing-groups/loan.ledger").text("/halted"))
                .isEqualTo("position 1: a bug");
        door.post("operations", "/processing-groups/loan.ledger/resumption", "{}")
                .is(200);
        assertThat(door.post("operations", "/processing-groups/loan.ledger/resumption", "{}")
                        .refused(409, "not-halted")
                        .text("/detail"))
                .isEqualTo("Expected loan.ledger to be halted; it is not.");
    }

    @Test
    void onlyOperationsRepairAndTheGroupsAreThoseThatAreThere() {
        assertThat(door.get("auditor", "/processing-groups").is(200).json().at("/items"))
                .anySatisfy(group -> assertThat(group.at("/id").asString("")).isEqualTo("loan.ledger"));
        door.get("officer", "/processing-groups").refused(403, "forbidden");
        door.post("auditor", "/processing-groups/loan.ledger/resumption", "{}").refused(403, "forbidden");
        door.get("operations", "/processing-groups/loan.lodger").refused(404, "not-found");
    }

    /** A draft whose first event the list could not take. */
    private static String putAside() {
        var application = Story.drafted(door, "12000.00", "9000.00").id();
        database.sql("""
            insert into application.dead_letters (processor, position, segment, sequence, event_id, state, error, attempts)
            select ?, position, 0, id, event_id, 'failed', 'a bug', 9 from store.events where id = ? and sequence = 0
            """).params(LIST, application).update();
        return application;
    }

    private static long position(String application) {
        return database.sql("select position from store.events where id = ? and sequence = 0")
                .param(application)
                .query(Long.class)
                .single();
    }

    private static String closing(String of, long position, String reason) {
        return "{\"of\":\"%s\",\"position\":%d,\"reason\":\"%s\"}".formatted(of, position, reason);
    }
}
