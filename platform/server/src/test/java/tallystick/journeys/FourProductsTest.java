package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallystick.runtime.testing.TestDatabase;

/** Both products in both markets, from draft to an active loan; and what operations may change of them. */
class FourProductsTest {
    private static final String CONSENTS = """
        "consents":[{"purpose":"CREDIT_BUREAU","version":"1"},{"purpose":"BANK_SHARING","version":"1"},{"purpose":"AUTOMATED_DECISION","version":"1"}]
        """;
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZg==";
    private static Platform platform;
    private static Door door;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty(), "--tallystick.signing.simulated.secret=" + SECRET);
        door = platform.door();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static String inChina() {
        return """
            "purpose":"CAR","amount":{"amount":"12000.00","currency":"CNY"},"count":6,
            "applicant":{"name":"Li Lei","nationalId":"%s","phone":"+8613800138000","birthDate":"1990-03-07",
                         "monthlyIncome":{"amount":"9000.00","currency":"CNY"},"payoutAccount":"6222020200112233446"}
            """.formatted(People.next());
    }

    private static String inIreland() {
        return """
            "purpose":"CAR","amount":{"amount":"12000.00","currency":"EUR"},"count":6,
            "applicant":{"name":"Aoife Byrne","nationalId":"%s","phone":"+353851234567","birthDate":"1990-03-07",
                         "monthlyIncome":{"amount":"9000.00","currency":"EUR"},"employer":"Harbour Ltd","payoutAccount":"IE29AIBK93115212345678"}
            """.formatted(People.nextInIreland());
    }

    private static String car(String currency) {
        return """
            "collateral":{"kind":"VEHICLE","vin":"1M8GDM9AXKP042788","plate":"京A12345","firstRegistered":"2023-05-01","mileage":42000,
                          "price":{"amount":"20000.00","currency":"%1$s"},"valuation":{"amount":"19000.00","currency":"%1$s"}}
            """.formatted(currency);
    }

    private static String draft(String product) {
        var ireland = product.endsWith("-ie");
        var parts = "\"product\":\"%s\",%s,%s".formatted(product, ireland ? inIreland() : inChina(), CONSENTS);
        return "{%s%s}".formatted(parts, product.contains("car") ? "," + car(ireland ? "EUR" : "CNY") : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cash-loan", "used-car-loan", "cash-loan-ie", "used-car-loan-ie"})
    void reachesAnActiveLoan(String product) {
        var started = door.post("officer", "/applications", draft(product)).is(201);
        var story = Story.of(door, started.text("/id"));
        story.submit().reaches("OFFERED").accept().sign().reaches("FUNDED");
        assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("ACTIVE");
        assertThat(story.payoutsAtTheBank().at("/items").size()).isOne();
        assertThat(story.application().has("collateral")).isEqualTo(product.contains("car"));
        var placement = door.get("officer", "/applications/" + story.id() + "/placements")
                .is(200);
        assertThat(placement.text("/items/0/reservation/amount/currency"))
                .isEqualTo(product.endsWith("-ie") ? "EUR" : "CNY");
    }

    @Test
    void anOldCarIsRefusedForItsAge() {
        var old = draft("used-car-loan").replace("2023-05-01", "2012-05-01");
        var story = Story.of(
                door, door.post("officer", "/applications", old).is(201).text("/id"));
        story.submit().reaches("DECLINED");
        var audit = door.get(
                        "officer", "/audits/" + story.application().at("/audit").asString(""))
                .is(200);
        assertThat(audit.text("/decisions/0/outcome")).isEqualTo("DECLINE");
        assertThat(audit.json()
                        .at("/decisions/0/reasons")
                        .valueStream()
                        .map(reason -> reason.at("/code").asString("")))
                .contains("VEH-AGE");
    }

    @Test
    void aCarOfUnknownAgeIsForAPersonToDecide() {
        var unknown = draft("used-car-loan").replace("\"firstRegistered\":\"2023-05-01\",", "");
        var story = Story.of(
                door, door.post("officer", "/applications", unknown).is(201).text("/id"));
        story.submit();
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(story.application().at("/subState").asString(""))
                                .isEqualTo("REFERRED"));
    }

    @Test
    void whoAgreedToItSignsAtADistance() {
        var agreed = draft("cash-loan")
                .replace(
                        "\"purpose\":\"AUTOMATED_DECISION\"",
                        "\"purpose\":\"E_SIGNATURE\",\"version\":\"1\"},{\"purpose\":\"AUTOMATED_DECISION\"");
        var started = door.post("officer", "/applications", agreed).is(201);
        var story = Story.of(door, started.text("/id"));
        story.submit().reaches("OFFERED").accept();
        var contract = door.get("officer", "/applications/" + story.id() + "/contract");
        var asking = "{\"document\":\"%s\",\"signer\":\"%s\",\"service\":\"%s\"}";
        var document = contract.text("/document");
        var signer = contract.text("/signers/0/party");
        var address = "/applications/" + story.id() + "/contract/signings";
        door.post("officer", address, asking.formatted(document, signer, "pigeon"))
                .refused(409, "signing-service-unknown");
        door.post("officer", address, asking.formatted("f".repeat(64), signer, "simulated"))
                .refused(409, "other-document");
        door.post("officer", address, asking.formatted(document, signer, "simulated"))
                .is(202);
        story.reaches("FUNDED");
    }

    @Test
    void aCarLoanSaysWhatIsMissingOfTheCar() {
        var started = door.post("officer", "/applications", "{\"product\":\"used-car-loan\"}")
                .is(201);
        var needs = door.get("officer", "/applications/" + started.text("/id") + "/requirements")
                .is(200);
        assertThat(needs.json()
                        .at("/missing")
                        .valueStream()
                        .map(field -> field.at("/pointer").asString("")))
                .contains("/collateral/vin", "/collateral/valuation", "/applicant/name");
        assertThat(needs.text("/programmes/0/programme")).isEqualTo("sandbox-car");
    }

    @Test
    void aProductChangesUnderFourEyesAndRunningApplicationsKeepTheirs() {
        var running = door.post("officer", "/applications", "{\"product\":\"cash-loan-ie\"}")
                .is(201);
        var seen = door.get("operations", "/products/cash-loan-ie").is(200);
        var next = seen.response().body().replace("\"P15D\"", "\"P10D\"").replaceAll(",\"version\".*", "}");
        door.put("operations", "/products/cash-loan-ie", next).refused(428, "if-match-missing");
        var proposed = door.put("operations", "/products/cash-loan-ie", next, "If-Match", seen.header("ETag"))
                .is(200);
        assertThat(proposed.text("/state")).isEqualTo("DRAFT");
        door.put("operations", "/products/cash-loan-ie", next, "If-Match", seen.header("ETag"))
                .refused(412, "stale");
        var approval = "{\"hash\":\"%s\"}".formatted(proposed.text("/hash"));
        door.post("operations", "/products/cash-loan-ie/versions/2/approval", approval)
                .refused(409, "four-eyes");
        door.post("operations2", "/products/cash-loan-ie/versions/2/approval", approval)
                .is(200);
        assertThat(door.get("officer", "/products/cash-loan-ie/versions")
                        .is(200)
                        .text("/items/1/state"))
                .isEqualTo("RETIRED");
        assertThat(door.get("officer", "/applications/" + running.text("/id")).text("/productVersion"))
                .isEqualTo("1");
    }

    @Test
    void aProgrammeChangesWithIfMatch() {
        var seen = door.get("operations", "/banks/sandbox/programmes/sandbox-car-ie")
                .is(200);
        var next = seen.response()
                .body()
                .replace("\"requires\":[]", "\"requires\":[\"applicant.employer\"]")
                .replaceAll(",\"state\".*", "}");
        door.put("operations", "/banks/sandbox/programmes/sandbox-car-ie", next).refused(428, "if-match-missing");
        door.put(
                        "operations",
                        "/banks/sandbox/programmes/sandbox-car-ie",
                        next.replace("used-car-loan-ie", "cash-loan"),
                        "If-Match",
                        "*")
                .refused(422, "value-not-allowed");
        door.put("officer", "/banks/sandbox/programmes/sandbox-car-ie", next, "If-Match", "*")
                .refused(403, "forbidden");
        door.put("operations", "/banks/other/programmes/sandbox-car-ie", next, "If-Match", "*")
                .refused(404, "not-found");
        var proposed = door.put(
                        "operations", "/banks/sandbox/programmes/sandbox-car-ie", next, "If-Match", seen.header("ETag"))
                .is(200);
        var approval = "{\"hash\":\"%s\"}".formatted(proposed.text("/proposed/hash"));
        var address = "/banks/sandbox/programmes/sandbox-car-ie/approval";
        door.post("operations", address, approval).refused(409, "four-eyes");
        door.post("operations2", address, approval.replaceAll("[0-9a-f]{64}", "f".repeat(64)))
                .refused(409, "hash-changed");
        door.post("operations2", address, approval).is(200);
        var started = door.post("officer", "/applications", "{\"product\":\"used-car-loan-ie\"}")
                .is(201);
        assertThat(door.get("officer", "/applications/" + started.text("/id") + "/requirements")
                        .text("/programmes/0/missing/0"))
                .isEqualTo("/applicant/employer");
    }

    @Test
    void aNameIsTakenOnceAndALineLendsWhatItsProgrammeAsksFor() {
        var programme = """
            {"id":"%s","product":"cash-loan","amount":{"min":"1000.00","max":"50000.00"},"count":{"min":3,"max":24},
             "annualRate":"0.13","regions":["*"],"hours":null,"quota":null,"share":"1","fundingLine":"%s"}
            """;
        var line = """
            {"id":"%s","bank":"sandbox","programme":"%s","currency":"%s","limit":"500000.00","reservationValidFor":"PT30M"}
            """;
        var programmes = "/banks/sandbox/programmes";
        door.post("operations", programmes, programme.formatted("sandbox-cash", "sandbox-cash"))
                .refused(409, "already-taken");
        door.post("operations", "/funding-lines", line.formatted("sandbox-cash", "sandbox-cash", "CNY"))
                .refused(409, "already-taken");
        door.post("operations", programmes, programme.formatted("in-euro", "sandbox-cash-ie"))
                .refused(422, "value-not-allowed");
        door.post("operations", programmes, programme.formatted("second-cash", "second-cash"))
                .is(201);
        door.post("operations", "/funding-lines", line.formatted("second-cash", "second-cash", "EUR"))
                .refused(422, "value-not-allowed");
        door.post("operations", "/funding-lines", line.formatted("second-cash", "second-cash", "CNY"))
                .is(201);
        door.post("operations2", "/funding-lines/second-cash/approval", "{}").is(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("operations", programmes + "/second-cash")
                                .text("/state"))
                        .isEqualTo("ACTIVE"));
    }

    private static String dealer(String id, String limit) {
        return """
            {"id":"%s","name":"Golden Wheel","jurisdiction":"CN","companyNumber":"91350100M000100Y43",
             "payoutAccount":"6222020200112233453","limit":{"amount":"%s","currency":"CNY"}}
            """.formatted(id, limit);
    }

    private static String sold(String dealer) {
        return draft("used-car-loan").replaceFirst("\\{", "{\"dealer\":\"" + dealer + "\",");
    }

    @Test
    void aDealerIsAdmittedByTwoAndGetsTheMoneyOfTheCar() {
        door.post("operations", "/dealers", dealer("golden-wheel", "15000.00").replace("Y43", "Y44"))
                .refused(422, "value-not-allowed");
        door.post("operations", "/dealers", dealer("golden-wheel", "15000.00")).is(201);
        door.post("officer", "/applications", sold("golden-wheel")).refused(422, "value-not-allowed");
        door.post("operations", "/dealers/golden-wheel/admission", "{}").refused(409, "four-eyes");
        door.post("finance", "/dealers/golden-wheel/admission", "{}").is(200);

        var first = Story.of(
                door,
                door.post("officer", "/applications", sold("golden-wheel"))
                        .is(201)
                        .text("/id"));
        first.submit().reaches("OFFERED").accept().sign().reaches("FUNDED");
        assertThat(first.payoutsAtTheBank().toString()).contains("12000.00");
        var second = door.post("officer", "/applications", sold("golden-wheel"))
                .is(201)
                .text("/id");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(
                                door.get("operations", "/dealers/golden-wheel").text("/exposure/amount"))
                        .isEqualTo("12000.00"));
        door.post("officer", "/applications/" + second + "/submission", "{}").refused(409, "dealer-exposure");
        door.post("operations", "/dealers/golden-wheel/suspension", "{\"reason\":\"no cars\"}")
                .is(200);
        door.post("officer", "/applications", sold("golden-wheel")).refused(422, "value-not-allowed");
    }
}
