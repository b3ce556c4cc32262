package tallystick.openapi;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import tallystick.journeys.Door;
import tallystick.journeys.Story;

/** What officers do beside an application's way: notes, consents, holds, people, dealers, and data that is changed. */
record OfficeScenes(Door door, Rehearsal play) {
    private static final Map<String, String> NONE = Map.of();

    void all() {
        var story = Story.drafted(door, "12000.00", "9000.00").submit().reaches("OFFERED");
        application(Map.of("application", story.id()));
        lists();
        people(Map.of(
                "party", door.get("officer", "/applications/" + story.id()).text("/applicant/party")));
        dealers();
        changes();
    }

    private void application(Map<String, String> id) {
        play.play("officer", "addNote", id);
        play.play("officer", "listNotes", id);
        play.play("officer", "giveConsent", id);
        play.play("officer", "listConsents", id);
        play.play("officer", "withdrawConsent", id);
        play.play("officer", "holdApplication", id);
        play.play("senior-underwriter", "liftApplicationHold", id);
        play.play("officer", "listConditions", id);
        var kind = Map.of("application", id.get("application"), "kind", "PAYSLIP");
        var attached = play.play("officer", "attachDocument", kind);
        var document = new HashMap<>(kind);
        document.put("document", attached.at("/items/0/hash").asString(""));
        play.play("officer", "getDocument", document, Map.of(), "Pii-Purpose", "check the income");
        play.play("officer", "listDocuments", id);
        play.play("officer", "listRelated", id);
        play.play("officer", "assignApplication", id);
    }

    private void lists() {
        play.play("officer", "searchApplications", NONE);
        play.play("officer", "getWorklist", NONE);
        play.play("officer", "exportApplications", NONE);
        play.play("officer", "saveView", Map.of("view", "offered"));
        play.play("officer", "listViews", NONE);
        play.play("auditor", "listOverrides", NONE);
    }

    private void people(Map<String, String> party) {
        play.play("officer", "flagParty", party);
        play.play("senior-underwriter", "unflagParty", party);
        play.play("officer", "listPartyApplications", party);
        play.play("officer", "getNetwork", party);
        var other = Story.drafted(door, "12000.00", "9000.00").submit().reaches("OFFERED");
        var into = door.get("officer", "/applications/" + other.id()).text("/applicant/party");
        play.play("officer", "mergeParty", party, Map.of("into", into));
        play.play("officer", "splitParty", party);
    }

    private void dealers() {
        play.play("operations", "proposeDealer", NONE);
        var dealer = Map.of("dealer", "golden-wheel");
        play.play("operations2", "admitDealer", dealer);
        play.play("operations", "getDealer", dealer);
        await().until(() ->
                !door.get("operations", "/dealers").json().at("/items").isEmpty());
        play.play("operations", "listDealers", NONE);
        play.play("operations", "suspendDealer", dealer);
    }

    /** Proposed only: what other scenes borrow from stays as it is. */
    private void changes() {
        var programme = Map.of("bank", "sandbox", "programme", "sandbox-cash");
        var seen = play.etag("operations", "getProgramme", programme);
        play.play("operations", "getProgramme", programme);
        play.play("operations", "changeProgramme", programme, Map.of(), "If-Match", seen);
        var product = Map.of("product", "cash-loan");
        play.play(
                "operations",
                "changeProduct",
                product,
                Map.of(),
                "If-Match",
                play.etag("operations", "getProduct", product));
        play.play("operations", "listProductVersions", product);
    }
}
