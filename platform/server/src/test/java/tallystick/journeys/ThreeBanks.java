package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** A platform with three banks, which lend one loan together: each its share, out of a line of its own. */
final class ThreeBanks implements AutoCloseable {
    private final Platform platform;
    private final Door door;

    private ThreeBanks(Platform platform) {
        this.platform = platform;
        this.door = platform.door();
    }

    static ThreeBanks start() {
        return new ThreeBanks(Platform.start(
                TestDatabase.empty(),
                "--tallystick.http.read-your-writes=60s", // Of so many at once nobody is told to come back.
                "--tallystick.banks.west.adapter=sandbox",
                "--tallystick.banks.west.secret=whsec_MDEyMzQ1Njc4OWFiY2RlZg==",
                "--tallystick.banks.east.adapter=sandbox",
                "--tallystick.banks.east.secret=whsec_MDEyMzQ1Njc4OWFiY2RlZg=="));
    }

    Platform platform() {
        return platform;
    }

    Door door() {
        return door;
    }

    /**
     * Seven tenths are lent by its bank, out of a line that is called like the programme.
     *
     * @param more who lends the rest, and what else is to be said
     */
    void programme(String name, String bank, String min, String max, String capital, String more) {
        door.post("operations", "/banks/" + bank + "/programmes", """
            {"id":"%s","product":"cash-loan","amount":{"min":"%s","max":"%s"},"count":{"min":3,"max":24},
             "annualRate":"0.11","regions":["*"],"hours":null,"share":"0.7","fundingLine":"%s","capital":"%s",%s}
            """.formatted(name, min, max, name, capital, more))
                .is(201);
    }

    static String partner(String programme, String bank) {
        return """
            "partners":[{"bank":"%s","share":"0.3","fundingLine":"%s-%s","capital":"100000.00"}]
            """.formatted(bank, programme, bank);
    }

    void active(String programme, String bank) {
        await().untilAsserted(() -> assertThat(door.get("operations", "/banks/" + bank + "/programmes/" + programme)
                        .text("/state"))
                .isEqualTo("ACTIVE"));
    }

    void line(String programme, String name, String bank, String limit) {
        door.post("operations", "/funding-lines", """
            {"id":"%s","bank":"%s","programme":"%s","currency":"CNY","limit":"%s","reservationValidFor":"PT30M"}
            """.formatted(name, bank, programme, limit))
                .is(201);
        door.post("operations2", "/funding-lines/" + name + "/approval", "{}").is(200);
    }

    /** The list of lines may learn of it a little later. */
    void uses(String line, String amount) {
        await().untilAsserted(() -> assertThat(used(line)).isEqualTo(amount));
    }

    BigDecimal used(String line) {
        var seen = door.get("operations", "/funding-lines/" + line).is(200);
        return new BigDecimal(seen.text("/reserved")).add(new BigDecimal(seen.text("/confirmed")));
    }

    JsonNode placement(Story story, String programme) {
        return door.get("officer", "/applications/" + story.id() + "/placements")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/programme").asString("").equals(programme))
                .findFirst()
                .orElseThrow();
    }

    String payouts(Story story) {
        return door.get("operations", "/instructions?loan=" + story.loan())
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/kind").asString("").equals("PayOut"))
                .map(item -> "%s %s %s"
                        .formatted(
                                item.at("/bank").asString(""),
                                item.at("/amount/amount").asString(""),
                                item.at("/state").asString("")))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    BigDecimal balance(String books) {
        var found = door.get("finance", "/ledger/accounts/1100-loans?books=" + books)
                .is(200)
                .text("/balances/0/balance");
        return new BigDecimal(found.isEmpty() ? "0" : found);
    }

    /** One that sandbox and west lend, for loans of that amount alone. */
    void two(String name, String amount) {
        two(name, amount, "");
        active(name, "sandbox");
    }

    private void two(String name, String amount, String more) {
        programme(name, "sandbox", amount, amount, "1000000.00", partner(name, "west") + more);
        line(name, name, "sandbox", "10000.00");
        line(name, name + "-west", "west", "10000.00");
    }

    /** The same, with east standing by. */
    void three(String name, String amount) {
        two(name, amount, """
            ,"standby":{"bank":"east","fundingLine":"%s-east","capital":"1000000.00"}
            """.formatted(name));
        line(name, name + "-east", "east", "10000.00");
        active(name, "sandbox");
    }

    void fault(String bank, String on, String fault) {
        script(bank, "{\"on\":\"%s\",\"nth\":1,\"fault\":\"%s\"}".formatted(on, fault));
    }

    /** What was not reached, since it was stopped first, is not for others. */
    void noFaults() {
        for (var bank : new String[] {"sandbox", "west", "east"}) {
            script(bank, "");
        }
    }

    private void script(String bank, String faults) {
        door.put("bank", "/sandbox/script?bank=" + bank, "{\"seed\":7,\"faults\":[%s]}".formatted(faults))
                .is(200);
    }

    @Override
    public void close() {
        platform.close();
    }
}
