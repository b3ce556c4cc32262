package tallystick.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The requests that the description shows are real ones: a story sends them, in an order in which they make sense. */
class ExamplesTest {
    private static final Path NOT_SENT = Path.of("src/test/resources/openapi/not-sent.txt");

    private static final Map<String, String> NONE = Map.of();

    private Platform platform;
    private Door door;
    private Rehearsal play;
    private JsonNode api;

    @BeforeEach
    void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        api = door.get("officer", "/v3/api-docs").is(200).json();
        play = new Rehearsal(api, door.address());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void everyExampleIsSentAndAnsweredAsDescribed() throws IOException {
        pages();
        tokens();
        catalogue();
        var paidBack = aLoan();
        servicing(paidBack);
        aReview();
        waysOut();
        new OfficeScenes(door, play).all();
        new LoanScenes(door, play, today()).all();
        ruleSets();
        banks(paidBack);
        aDay();
        var missing = new TreeSet<String>();
        Described.all(api).forEach(operation -> missing.add(operation.id()));
        missing.removeAll(play.played());
        System.out.printf(
                "%d examples were sent, %d were not: %s%n", play.played().size(), missing.size(), missing);
        assertThat(missing).isEqualTo(notSent());
    }

    /** What no story tells yet; each has tests of its own. */
    private static Set<String> notSent() throws IOException {
        return Files.readAllLines(NOT_SENT).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet());
    }

    private void pages() {
        play.play("officer", "listProblems", NONE);
        play.play("officer", "getProblem", Map.of("code", "stale"));
        for (var list : new String[] {
            "listOperations", "listAuthorities", "listBanks", "listBreaks", "listRuleSets", "listAccounts"
        }) {
            play.play("operations", list, NONE);
        }
        play.play("officer", "quoteTerms", NONE);
        play.play("officer", "simulateLoan", NONE);
        play.play("officer", "getBusinessDay", Map.of("jurisdiction", "CN"));
        var hash = door.get("officer", "/rule-sets?state=LIVE").text("/items/0/hash");
        play.play("officer", "getRuleSet", Map.of("hash", hash));
    }

    /** Of these nothing is changed here; what nobody has seen is refused all the same. */
    private void ruleSets() {
        var hash = door.get("officer", "/rule-sets?state=LIVE").text("/items/0/hash");
        var live = Map.of("hash", hash);
        play.play("risk-author", "getRuleFiles", live);
        play.play("risk-author", "listRuleSetChanges", live);
        for (var id : new String[] {"approveRuleSet", "activateRuleSet"}) {
            play.refusesTheUnseen("risk-approver", id, live, id.equals("approveRuleSet") ? live : Map.of());
        }
        assertThat(play.guarded())
                .containsAll(Described.all(api).stream()
                        .filter(operation -> operation.needs("If-Match"))
                        .map(Described::id)
                        .toList());
    }

    private String today() {
        return text(door.get("finance", "/business-days/CN").json(), "businessDate");
    }

    private void tokens() {
        var token = play.play("auditor", "createToken", NONE).at("/token").asString();
        play.play("auditor", "revokeCurrentToken", NONE, Map.of(), "Authorization", "Bearer " + token);
        play.play("auditor", "revokeTokens", NONE);
    }

    private void catalogue() {
        var proposed = play.play("operations", "proposeProduct", NONE);
        var product = Map.of("product", "salary-loan", "version", "1");
        play.play("operations2", "approveProduct", product, Map.of("hash", text(proposed, "hash")));
        play.play("officer", "getProduct", product);
        play.play("officer", "getProductVersion", product);
        play.play("officer", "listProducts", NONE);
        play.play("operations", "proposeFundingLine", NONE);
        var line = Map.of("line", "sandbox-salary");
        play.play("operations2", "approveFundingLine", line);
        var etag = play.etag("operations", "getFundingLine", line);
        play.play("operations", "changeFundingLine", line, Map.of(), "If-Match", etag);
        play.play("operations", "getFundingLine", line);
        play.play("operations", "listFundingLines", NONE);
        door.post("operations2", "/funding-lines/sandbox-salary/approval", "{}").refused(428, "if-match-missing");
        var added = play.play("operations", "addProgramme", Map.of("bank", "sandbox"));
        var programme = Map.of("bank", "sandbox", "programme", "sandbox-salary");
        play.play("operations2", "approveProgramme", programme, Map.of("hash", text(added.at("/proposed"), "hash")));
        play.play("operations", "listProgrammes", Map.of("bank", "sandbox"));
    }

    /** From the draft to a loan that is paid out. */
    private Story aLoan() {
        var story = Story.of(door, text(play.play("officer", "startApplication", NONE), "id"));
        var id = Map.of("application", story.id());
        play.play("officer", "getRequirements", id);
        var etag = play.etag("officer", "getApplication", id);
        play.play("officer", "changeApplication", id, Map.of(), "If-Match", etag);
        play.play("officer", "submitApplication", id, Map.of(), "Prefer", "wait=10");
        story.reaches("OFFERED");
        play.play("officer", "listOffers", id);
        var offer = Map.of("application", story.id(), "offer", "1");
        var hash = text(play.play("officer", "getOffer", offer), "hash");
        play.play("officer", "acceptOffer", offer, Map.of("hash", hash));
        var contract = play.play("officer", "getContract", id);
        play.play("officer", "getContractDocument", id);
        var signer = contract.at("/signers/0/party").asString();
        var signed = Map.<String, Object>of("document", text(contract, "document"), "signer", signer);
        play.play("officer", "signContract", id, signed);
        story.reaches("FUNDED");
        play.play("officer", "getApplication", id);
        play.play("officer", "listApplications", NONE);
        play.play("officer", "getTimeline", id);
        play.play("officer", "listPlacements", id);
        play.play("operations", "listReservations", Map.of("line", "sandbox-cash"));
        play.play("officer", "getParty", Map.of("party", signer));
        play.play("officer", "resolveParty", NONE);
        audit(story);
        return story;
    }

    private void audit(Story story) {
        var audit = Map.of("audit", text(story.application(), "audit"), "decision", "1");
        play.play("officer", "getAudit", audit);
        play.play("auditor", "getDecisionFacts", audit);
        play.play("auditor", "replayDecision", audit);
    }

    private void servicing(Story story) {
        var loan = Map.of("loan", story.loan());
        var today = today();
        play.play("finance", "getLoan", loan);
        play.play("finance", "listLoans", NONE);
        play.play("finance", "getLoanSchedule", loan);
        var quoted = play.play("finance", "quotePayoff", loan, Map.of("goodThrough", today));
        play.play("finance", "getPayoffQuote", Map.of("loan", story.loan(), "quote", text(quoted, "id")));
        var repaid = play.play("finance", "enterRepayment", loan, Map.of("valueDate", today));
        var reversed = Map.<String, Object>of("transaction", repaid.at("/nr").asInt(), "date", today);
        play.play("finance", "reverseTransaction", loan, reversed);
        play.play("finance", "listTransactions", loan);
        play.play("finance", "getTrialBalance", NONE);
        play.play("finance", "listJournals", NONE);
        play.play("operations", "orderCollection", loan, Map.of("due", today));
        play.play("operations", "listInstructions", NONE);
        play.play("operations", "getInstruction", Map.of("instruction", story.payout()));
    }

    private void aReview() {
        var story = Story.drafted(door, "12000.00", "8000.00").submit();
        await().until(() -> text(story.application(), "subState").equals("REFERRED"));
        await().until(() ->
                !door.get("underwriter", "/reviews").json().at("/items").isEmpty());
        var listed = play.play("underwriter", "listReviews", NONE);
        var id = Map.of("review", listed.at("/items/0/id").asString());
        play.play("underwriter", "claimReview", id);
        play.play("underwriter", "releaseReview", id);
        play.play("underwriter", "claimReview", id);
        play.play("underwriter", "askQuestion", id);
        play.play("officer", "answerQuestion", id);
        play.play("underwriter", "claimReview", id);
        play.play("underwriter", "recommendReview", id, Map.of("hash", shown(id)));
        play.play("underwriter2", "claimReview", id);
        play.play("underwriter2", "decideReview", id, Map.of("hash", shown(id)));
        story.reaches("OFFERED");
    }

    private String shown(Map<String, String> review) {
        return text(play.play("underwriter", "getReview", review), "hash");
    }

    /** A withdrawal, a cancellation, and a payout that needs another account. */
    private void waysOut() {
        play.play(
                "officer",
                "withdrawApplication",
                Map.of("application", Story.offered(door).id()));
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"SILENT\"}");
        var silent = Story.offered(door).accept().sign().reaches("PAYING_OUT");
        play.play("officer", "cancelApplication", Map.of("application", silent.id()));
        silent.reaches("CANCELLED");
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"REJECT\"}");
        var rejected = Story.offered(door).accept().sign().reaches("PAYOUT_FAILED");
        var id = Map.of("application", rejected.id());
        var proposed = play.play("officer", "proposePayee", id);
        play.play("officer", "getPayee", id);
        play.play("operations", "approvePayee", id, Map.of("hash", text(proposed, "hash")));
        rejected.reaches("FUNDED");
    }

    private void banks(Story story) {
        var today = today();
        play.play("bank", "paySandbox", NONE, Map.of("loan", story.loan(), "date", today));
        play.play("bank", "scriptSandbox", NONE);
        play.play("bank", "getSandboxScript", NONE);
        play.play("bank", "listSandboxLedger", NONE);
        play.play("bank", "moveClock", NONE);
    }

    /** The last of all, since no other scene is played on a day that is over. */
    private void aDay() {
        var closing = play.play("operations", "closeDay", Map.of("jurisdiction", "CN"), Map.of("date", today()));
        var operation = text(closing, "id");
        await().until(() -> door.get("operations", "/operations/" + operation)
                .text("/state")
                .equals("SUCCEEDED"));
        var result = play.play("operations", "getOperation", Map.of("operation", operation))
                .path("result")
                .asString("");
        var close = result.substring(result.lastIndexOf('/') + 1);
        play.play("operations", "getDayClose", Map.of("jurisdiction", "CN", "close", close));
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asString("");
    }
}
