package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

/** Several people in one application, and what each of them agrees to. */
class PeopleTogetherTest {
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

    private static String draft(String others, String consents) {
        return Story.DRAFT
                .formatted("12000.00", People.next(), "6000.00")
                .replace("\"coApplicants\":[]", "\"coApplicants\":[%s]".formatted(others))
                .replaceAll("\"consents\":\\[.*]", "\"consents\":[%s]".formatted(consents));
    }

    private static String person(String liability) {
        return """
            {"name":"Han Meimei","nationalId":"%s","phone":"+8613800138001","birthDate":"1990-03-07","liability":"%s",
             "monthlyIncome":{"amount":"6000.00","currency":"CNY"}}
            """.formatted(People.next(), liability);
    }

    private static String consents(int people, String bank) {
        return IntStream.range(0, people)
                .mapToObj("""
                    {"purpose":"CREDIT_BUREAU","version":"1","person":%1$d},{"purpose":"AUTOMATED_DECISION","version":"1","person":%1$d},
                    {"purpose":"BANK_SHARING","version":"1","person":%1$d,"recipient":"BANK"}
                    """::formatted)
                .collect(Collectors.joining(","))
                .replace("BANK\"}", bank + "\"}");
    }

    private static Story started(String draft) {
        return Story.of(
                door, door.post("officer", "/applications", draft).is(201).text("/id"));
    }

    @Test
    void incomesAddUpAndEverybodySigns() {
        var story = started(draft(person("BORROWER") + "," + person("SURETY"), consents(3, "sandbox")));
        story.submit().reaches("OFFERED").accept();
        var contract =
                door.get("officer", "/applications/" + story.id() + "/contract").is(200);
        assertThat(contract.json().at("/signers").size()).isEqualTo(3);
        for (var signer = 2; signer >= 0; signer--) {
            assertThat(story.application().at("/state").asString("")).isEqualTo("ACCEPTED");
            door.post(
                            "officer",
                            "/applications/" + story.id() + "/contract/signature",
                            "{\"document\":\"%s\",\"signer\":\"%s\",\"method\":\"COUNTER\"}"
                                    .formatted(
                                            contract.text("/document"),
                                            contract.text("/signers/%d/party".formatted(signer))))
                    .is(200);
        }
        story.reaches("FUNDED");
    }

    @Test
    void aSuretysIncomeDoesNotCount() {
        var story = started(draft(person("SURETY"), consents(2, "sandbox")));
        story.submit().reaches("DECLINED");
    }

    @Test
    void nothingIsSentToABankThatSomebodyDidNotAgreeTo() {
        var story = started(draft("", consents(1, "other-bank")).replace("6000.00", "9000.00"))
                .submit()
                .reaches("NOT_PLACED");
        var considered = door.get("officer", "/applications/" + story.id() + "/placements")
                .is(200);
        assertThat(considered.text("/items/0/skipped/0/code")).isEqualTo("NO_CONSENT");
        assertThat(story.application().at("/endedBy").asString("")).isEqualTo("CONSENT");
    }

    @Test
    void everybodyConsentsBeforeItIsHandedIn() {
        var story = started(draft(person("BORROWER"), consents(1, "sandbox")));
        var path = "/applications/" + story.id();
        assertThat(story.application().at("/missing").findValuesAsString("pointer"))
                .containsExactly(
                        "/coApplicants/0/consents/CREDIT_BUREAU",
                        "/coApplicants/0/consents/BANK_SHARING",
                        "/coApplicants/0/consents/AUTOMATED_DECISION");
        assertThat(door.get("officer", path + "/requirements").text("/missing/0/pointer"))
                .isEqualTo("/coApplicants/0/consents/CREDIT_BUREAU");
        door.post("officer", path + "/submission", "{}").refused(422, "requirements-missing");
        for (var purpose : new String[] {"CREDIT_BUREAU", "BANK_SHARING", "AUTOMATED_DECISION"}) {
            door.post(
                            "officer",
                            path + "/consents",
                            "{\"purpose\":\"%s\",\"version\":\"1\",\"person\":1}".formatted(purpose))
                    .is(200);
        }
        assertThat(story.application().at("/missing").isEmpty()).isTrue();
        story.submit().reaches("OFFERED");
    }

    @Test
    void aConsentIsRecordedAndTakenBack() {
        var story = started(draft("", ""));
        var path = "/applications/" + story.id();
        door.post("officer", path + "/consents", "{\"purpose\":\"MARKETING\",\"version\":\"1\"}")
                .is(200);
        door.post("officer", path + "/consents", "{\"purpose\":\"MARKETING\",\"version\":\"1\",\"person\":3}")
                .refused(422, "value-not-allowed");
        var taken = door.post("officer", path + "/consent-withdrawals", "{\"purpose\":\"MARKETING\"}")
                .is(200);
        assertThat(taken.text("/items/0/withdrawnAt")).isNotBlank();
        door.post("officer", path + "/consent-withdrawals", "{\"purpose\":\"ESIGN\"}")
                .refused(409, "consent-unknown");
    }

    @Test
    void aCrowdIsRefused() {
        var five = IntStream.range(0, 5).mapToObj(_ -> person("SURETY")).collect(Collectors.joining(","));
        assertThat(door.post("officer", "/applications", draft(five, ""))
                        .refused(422, "value-not-allowed")
                        .text("/errors/0/code"))
                .isEqualTo("too-many");
        var crowd = "{},".repeat(100_000) + "{}";
        assertThat(door.post("officer", "/applications", draft(crowd, ""))
                        .response()
                        .statusCode())
                .isIn(413, 422);
        var twice = person("SURETY");
        assertThat(door.post("officer", "/applications", draft(twice + "," + twice, ""))
                        .refused(422, "value-not-allowed")
                        .text("/errors/0/code"))
                .isEqualTo("same-person");
    }
}
