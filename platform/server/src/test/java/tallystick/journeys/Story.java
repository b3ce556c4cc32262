package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tallystick.journeys.Door.Answer;
import tools.jackson.databind.JsonNode;

/** One application on its way, told step by step. */
public final class Story {
    /** The applicant and the loan of the contract's examples. */
    public static final String DRAFT = """
        {"product":"cash-loan","channel":"BRANCH","purpose":"HOME","amount":{"amount":"%s","currency":"CNY"},"count":3,
         "applicant":{"name":"Li Lei","nationalId":"%s","phone":"+8613800138000","birthDate":"1990-03-07",
                      "monthlyIncome":{"amount":"%s","currency":"CNY"},"payoutAccount":"6222020200112233446"},
         "coApplicants":[],"collateral":null,
         "consents":[{"purpose":"CREDIT_BUREAU","version":"1"},{"purpose":"BANK_SHARING","version":"1"},{"purpose":"AUTOMATED_DECISION","version":"1"}]}
        """;

    /** The same in Ireland, where one may withdraw after the payout. */
    public static final String DRAFT_IN_IRELAND = """
        {"product":"cash-loan-ie","channel":"BRANCH","purpose":"HOME","amount":{"amount":"12000.00","currency":"EUR"},"count":6,
         "applicant":{"name":"Aoife Byrne","nationalId":"%s","phone":"+353851234567","birthDate":"1990-03-07",
                      "monthlyIncome":{"amount":"9000.00","currency":"EUR"},"employer":"Harbour Ltd",
                      "payoutAccount":"IE29AIBK93115212345678"},
         "consents":[{"purpose":"CREDIT_BUREAU","version":"1"},{"purpose":"BANK_SHARING","version":"1"},{"purpose":"AUTOMATED_DECISION","version":"1"}]}
        """;

    private final Door door;
    private final String id;

    private Story(Door door, String id) {
        this.door = door;
        this.id = id;
    }

    /** A draft of a new person, entered by the officer. */
    public static Story drafted(Door door, String amount, String income) {
        var answer = door.post("officer", "/applications", DRAFT.formatted(amount, People.next(), income))
                .is(201);
        return new Story(door, answer.text("/id"));
    }

    public static Story fundedInIreland(Door door) {
        var draft = DRAFT_IN_IRELAND.formatted(People.nextInIreland());
        var answer = door.post("officer", "/applications", draft).is(201);
        return new Story(door, answer.text("/id"))
                .submit()
                .reaches("OFFERED")
                .accept()
                .sign()
                .reaches("FUNDED");
    }

    /** One that is there already. */
    public static Story of(Door door, String id) {
        return new Story(door, id);
    }

    public static Story offered(Door door) {
        return offered(door, "12000.00");
    }

    public static Story offered(Door door, String amount) {
        return drafted(door, amount, "9000.00").submit().reaches("OFFERED");
    }

    public static Story funded(Door door) {
        return offered(door).accept().sign().reaches("FUNDED");
    }

    public String id() {
        return id;
    }

    /** The same story seen through another node. */
    public Story through(Door other) {
        return new Story(other, id);
    }

    public Story submit() {
        door.post("officer", "/applications/" + id + "/submission", "{}").is(200);
        return this;
    }

    public Story accept() {
        var offer = door.get("officer", "/applications/" + id + "/offers/1").is(200);
        var accepted = door.post(
                        "officer",
                        "/applications/" + id + "/offers/1/acceptance",
                        "{\"hash\":\"%s\"}".formatted(offer.text("/hash")))
                .is(200);
        assertThat(accepted.text("/state")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("/waitingFor")).isEqualTo("APPLICANT");
        return this;
    }

    public Story sign() {
        var contract = door.get("officer", "/applications/" + id + "/contract").is(200);
        door.post("officer", "/applications/" + id + "/contract/signature", """
            {"document":"%s","signer":"%s","method":"COUNTER"}
            """.formatted(
                                contract.text("/document"), contract.text("/signers/0/party")))
                .is(200);
        return this;
    }

    public Answer withdraw() {
        return door.post("officer", "/applications/" + id + "/withdrawal", "{\"reason\":\"changed mind\"}");
    }

    /** Waits until it is there; a state in which nothing will happen any more fails at once. */
    public Story reaches(String state) {
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
            var now = application();
            if (ENDS.contains(now.at("/state").asString(""))
                    && !now.at("/state").asString("").equals(state)) {
                throw new AssertionError("Expected %s to reach %s; found %s".formatted(id, state, now));
            }
            return now.at("/state").asString("").equals(state);
        });
        return this;
    }

    private static final Set<String> ENDS =
            Set.of("DECLINED", "WITHDRAWN", "EXPIRED", "NOT_PLACED", "CANCELLED", "FUNDED");

    public JsonNode application() {
        return door.get("officer", "/applications/" + id).is(200).json();
    }

    public String loan() {
        return application().at("/loan").asString("");
    }

    public JsonNode seenLoan() {
        return door.get("operations", "/loans/" + loan()).is(200).json();
    }

    /** What the bank's own ledger holds for the payouts of this loan. */
    public JsonNode payoutsAtTheBank() {
        return door.get("bank", "/sandbox/ledger?instruction=" + payout())
                .is(200)
                .json();
    }

    public String payout() {
        var items = door.get("operations", "/instructions?loan=" + loan())
                .is(200)
                .json()
                .at("/items");
        return items.valueStream()
                .filter(item -> item.at("/kind").asString("").equals("PayOut"))
                .map(item -> item.at("/id").asString(""))
                .collect(Collectors.joining(","));
    }

    /** The only reservation the application ever made, as the line shows it. */
    public String reservation() {
        return door.get("operations", "/funding-lines/sandbox-cash/reservations?application=" + id)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/application").asString("").equals(id))
                .map(item -> item.at("/state").asString(""))
                .collect(Collectors.joining(","));
    }

    public static void script(Door door, String faults) {
        door.put("bank", "/sandbox/script", "{\"seed\":7,\"faults\":[%s]}".formatted(faults))
                .is(200);
    }

    public static void moveClock(Door door, Instant to) {
        door.put("bank", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(to)).is(200);
    }
}
