package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/** A loan that a mandate pays on its day; a late one on the worklist; changes by two people; reports that know of both. */
class CollectionsTest {
    private static Platform platform;
    private static Door door;
    private static String paid;
    private static String late;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        paid = Story.funded(door).loan();
        late = Story.funded(door).loan();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static void closes(LocalDate day) {
        Story.moveClock(
                door, day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
        var operation = door.post(
                        "operations", "/business-days/CN/closes", "{\"date\":\"%s\",\"catchUp\":true}".formatted(day))
                .is(202)
                .text("/id");
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("operations", "/operations/" + operation)
                                .text("/state"))
                        .isEqualTo("SUCCEEDED"));
    }

    @Test
    void nobodyIsDebitedMoreThanIsOwedNorOnADayOutOfReason() {
        var today = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
        var debit = "{\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"due\":\"%s\"}";
        door.post("operations", "/loans/" + paid + "/collections", debit.formatted("999999.00", today))
                .refused(409, "more-than-there-is");
        assertThat(door.post("operations", "/loans/" + paid + "/collections", debit.formatted("1.00", "9999-12-31"))
                        .refused(422, "value-not-allowed")
                        .text("/errors/0/pointer"))
                .isEqualTo("/due");
    }

    private List<String> classes(LocalDate asOf) {
        return door.get("finance", "/reports/CN/regulatory-classes?asOf=" + asOf)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(row -> row.at("/regulatoryClass").asString("")
                        + row.at("/loans").asInt())
                .toList();
    }

    private int above(String query) {
        return door.get("finance", "/reports/CN/cap-compliance" + query)
                .is(200)
                .json()
                .at("/items/0/above")
                .asInt();
    }

    @Test
    void whatIsDueIsCollectedAndWhatIsLateIsWorkedOn() {
        door.post("operations", "/loans/" + paid + "/mandate", "{\"reference\":\"M-1\"}")
                .is(200);
        var due = LocalDate.parse(door.get("finance", "/loans/" + paid).text("/nextDue/date"));
        closes(due);
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("finance", "/loans/" + paid + "/transactions")
                                .text("/items/0/source"))
                        .isEqualTo("DIRECT_DEBIT"));
        closes(due.plusDays(1));
        var work =
                door.get("operations", "/collections/worklist").is(200).json().at("/items");
        assertThat(work.size()).isOne();
        assertThat(work.at("/0/loan").asString("")).isEqualTo(late);
        assertThat(work.at("/0/task").asString("")).isEqualTo("CALL");

        var portfolio =
                door.get("finance", "/reports/CN/portfolio").is(200).json().at("/items");
        assertThat(portfolio
                        .valueStream()
                        .map(row -> row.at("/bucket").asString("")
                                + row.at("/loans").asInt()))
                .containsExactlyInAnyOrder("CURRENT1", "D1_301");
        assertThat(door.get("finance", "/reports/CN/portfolio?asOf=" + due)
                        .json()
                        .at("/items/0/loans")
                        .asInt())
                .as("as of a day that is closed, nothing was late yet")
                .isEqualTo(2);
        assertThat(door.get("finance", "/reports/CN/rolls", "Accept", "text/csv")
                        .response()
                        .body())
                .contains("CURRENT,D1_30,CNY,1,");
        var costs =
                door.get("finance", "/reports/CN/cap-compliance").is(200).json().at("/items/0");
        assertThat(costs.at("/cap").asString("")).isEqualTo("CN-FINANCIAL");
        assertThat(costs.at("/loans").asInt()).isEqualTo(2);
        assertThat(costs.at("/above").asInt()).isZero();
        assertThat(door.get("finance", "/reports/CN/cap-compliance", "Accept", "text/csv")
                        .response()
                        .body())
                .contains(late + ",", ",CN-FINANCIAL,0.24,", ",false");
        assertThat(classes(due)).containsExactly("NORMAL2");
        assertThat(classes(due.plusDays(1))).containsExactlyInAnyOrder("NORMAL1", "SPECIAL_MENTION1");
        assertThat(door.get("finance", "/reports/CN/regulatory-classes", "Accept", "text/csv")
                        .response()
                        .body())
                .contains(",SPECIAL_MENTION,CNY,1,12000.00");
        door.post(
                        "operations",
                        "/loans/" + late + "/fees",
                        "{\"kind\":\"FEE\",\"name\":\"Notice\",\"amount\":{\"amount\":\"900.00\",\"currency\":\"CNY\"},\"due\":\"%s\"}"
                                .formatted(due.plusDays(2)))
                .is(201);
        Awaitility.await().untilAsserted(() -> assertThat(above("")).isOne());
        assertThat(above("?asOf=" + due)).as("before it was charged").isZero();
        assertThat(door.get("finance", "/reports/CN/vintages")
                        .is(200)
                        .json()
                        .at("/items/0/firstPaymentDefault")
                        .asInt())
                .isOne();
        assertThat(door.get("finance", "/reports/CN/in-flight")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isPositive();

        door.post("operations", "/loans/" + late + "/promises", """
            {"amount":{"amount":"100.00","currency":"CNY"},"until":"%s"}\
            """.formatted(due.plusDays(5)))
                .is(201);
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("operations", "/collections/worklist")
                                .json()
                                .at("/items")
                                .size())
                        .isZero());
        door.post("operations", "/loans/" + late + "/contacts", "{\"channel\":\"CALL\",\"outcome\":\"no answer\"}")
                .is(201);
    }

    @Test
    void aLossIsRecognisedByTwo() {
        var change = door.post("finance", "/loans/" + late + "/charge-off", "{\"reason\":\"insolvent\"}")
                .is(201);
        assertThat(change.text("/state")).isEqualTo("PROPOSED");
        var approval = "{\"hash\":\"%s\"}".formatted(change.text("/hash"));
        var path = "/loans/" + late + "/changes/" + change.text("/id") + "/approval";
        door.post("finance", path, approval).refused(409, "four-eyes");
        door.post("finance2", path, "{\"hash\":\"x\"}").refused(409, "hash-changed");
        assertThat(door.post("finance2", path, approval).is(200).text("/state")).isEqualTo("DONE");
        assertThat(door.get("finance", "/loans/" + late).json().at("/flags").toString())
                .contains("CHARGED_OFF");
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("finance", "/ledger/accounts/5100-credit-losses")
                                .text("/balances/0/balance"))
                        .isEqualTo("12000.00"));
        door.post("operations", "/loans/" + late + "/charge-off", "{\"reason\":\"x\"}")
                .refused(403, "forbidden");
        door.post("finance", "/loans/" + late + "/fees/7/waiver", """
            {"amount":{"amount":"1.00","currency":"CNY"},"reason":"x"}\
            """).refused(404, "not-found");
    }
}
