package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A portfolio of another system: rows that fit become loans, once; rows that do not say why. */
public class ImportTest {
    public static final String HEAD = "reference,product,jurisdiction,bank,borrower,currency,principal,annualRate,"
            + "amortization,interestPeriod,dayCount,every,count,start,firstDue,payments,outstanding\n";
    private static final String ROW =
            "%s,cash-loan,CN,sandbox,party-1,CNY,12000.00,0.12,EQUAL_INSTALLMENTS,DAILY,ACT/365,"
                    + "P1M,3,2026-01-01,2026-02-01,2026-02-01:4079.17,%s\n";
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

    public static String body(String portfolio, boolean dryRun, String csv) {
        return new JsonMapper()
                .createObjectNode()
                .put("portfolio", portfolio)
                .put("dryRun", dryRun)
                .put("csv", csv)
                .toString();
    }

    private static Door.Answer imported(String portfolio, boolean dryRun, String csv) {
        door.post("operations", "/imports", body(portfolio, dryRun, csv)).is(202);
        var path = "/imports/" + portfolio + "?dryRun=" + dryRun;
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(door.get("finance", path).text("/state")).isEqualTo("SUCCEEDED"));
        return door.get("finance", path);
    }

    @Test
    void rowsThatFitBecomeLoansOnceAndOthersSayWhy() {
        var csv = HEAD + ROW.formatted("a", "8043.13") + ROW.formatted("b", "8043.14") + "c,x\n"
                + ROW.formatted("d", "8043.13");
        var dry = imported("old", true, csv);
        assertThat(dry.json().at("/refused").asInt()).isEqualTo(2);
        assertThat(door.get("finance", "/loans").json().at("/items").size()).isZero();

        var real = imported("old", false, csv);
        assertThat(real.json().at("/taken").asInt()).isEqualTo(2);
        assertThat(real.text("/errors/0/why")).startsWith("Expected b of old to have CNY 8043.13 of principal left");
        assertThat(real.text("/errors/1/why")).isEqualTo("Expected 17 cells; found 2.");
        imported("old", false, csv);
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("finance", "/loans")
                                .json()
                                .at("/items")
                                .size())
                        .isEqualTo(2));
        var loan = door.get("finance", "/loans?state=ACTIVE")
                .json()
                .at("/items/0/id")
                .asString("");
        assertThat(door.get("finance", "/loans/" + loan + "?asOf=2026-02-01").text("/outstanding/principal"))
                .isEqualTo("8043.13");
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("finance", "/ledger/accounts/3100-taken-over")
                                .text("/balances/0/balance"))
                        .isEqualTo("-16086.26"));
        door.post("operations", "/imports", body("old", false, HEAD)).refused(409, "import-differs");
        door.post("operations", "/imports", body("other", false, "x\n")).refused(422, "value-not-allowed");
    }

    @Test
    void aFileThatIsTooLargeForOneRequestComesInParts() {
        for (var part = 3; part >= 1; part--) {
            var csv = HEAD + ROW.formatted("p" + part, "8043.13") + "bad,x\n";
            var body = new JsonMapper()
                    .createObjectNode()
                    .put("portfolio", "parts")
                    .put("dryRun", true)
                    .put("part", part)
                    .put("csv", csv);
            door.post("operations", "/imports", body.toString()).is(202);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("finance", "/imports/parts?dryRun=true")
                                .text("/state"))
                        .isEqualTo("SUCCEEDED"));
        var all = door.get("finance", "/imports/parts?dryRun=true").json();
        assertThat(all.at("/parts").asInt()).isEqualTo(3);
        assertThat(all.at("/taken").asInt()).isEqualTo(3);
        assertThat(all.at("/errors/2/part").asInt()).isEqualTo(3);
    }
}
