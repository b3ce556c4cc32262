package tallystick.openapi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import tallystick.journeys.Door;
import tallystick.journeys.Story;
import tools.jackson.databind.JsonNode;

/** What people do with loans that are paid out, one loan for each end; and what the books say of them. */
record LoanScenes(Door door, Rehearsal play, String today) {
    private static final Map<String, String> NONE = Map.of();

    void all() {
        var story = Story.funded(door);
        var loan = Map.of("loan", story.loan());
        care(loan);
        fees(loan);
        terms(loan);
        secured(loan);
        unmatched(story.loan());
        owners(Map.of("loan", Story.funded(door).loan()));
        lost(Map.of("loan", Story.funded(door).loan()));
        early(Map.of("loan", Story.funded(door).loan()));
        play.play(
                "operations",
                "withdrawLoan",
                Map.of("loan", Story.fundedInIreland(door).loan()));
        door.post("operations", "/loans/" + story.loan() + "/withdrawal", "{\"reason\":\"changed mind\"}")
                .refused(409, "cooling-off-over");
        books();
    }

    private void care(Map<String, String> loan) {
        approve(loan, play.play("operations", "nameAccount", loan));
        play.play("operations", "registerMandate", loan);
        play.play("operations", "cancelMandate", loan);
        play.play("operations", "promisePayment", loan);
        play.play("operations", "holdLoan", loan);
        play.play("finance", "liftHold", loan);
        play.play("finance", "getStatement", loan);
        play.play("finance", "getRepaymentPlan", loan);
        play.play("finance", "getOwners", loan);
        var quote = play.play("finance", "quotePayoff", loan, Map.of("goodThrough", today));
        play.play(
                "finance",
                "getPayoffLetter",
                Map.of("loan", loan.get("loan"), "quote", quote.path("id").asString("")));
    }

    private void fees(Map<String, String> loan) {
        play.play("operations", "chargeFee", loan);
        var fees = play.play("operations", "listFees", loan);
        var nr = fees.at("/items/0/nr").asString("");
        play.play("finance", "waiveFee", Map.of("loan", loan.get("loan"), "fee", nr));
    }

    private void terms(Map<String, String> loan) {
        var proposed = play.play("operations", "changeDueDates", loan);
        approve(loan, proposed);
        play.play("operations", "grantPaymentHoliday", loan);
        play.play("operations", "restructureLoan", loan);
        play.play("finance", "proposeRegulatoryClass", loan);
        play.play("finance", "getRegulatoryClass", loan);
        play.play("finance", "listChanges", loan);
    }

    private void approve(Map<String, String> loan, JsonNode change) {
        play.play(
                "finance2",
                "approveChange",
                Map.of("loan", loan.get("loan"), "change", change.path("id").asString("")),
                Map.of("hash", change.path("hash").asString("")));
    }

    private void secured(Map<String, String> loan) {
        var pledged = play.play("operations", "pledgeCollateral", loan);
        var one = Map.of("collateral", pledged.path("id").asString(""));
        for (var step : new String[] {"valueCollateral", "transferCollateral", "registerCharge", "insureCollateral"}) {
            play.play("operations", step, one);
        }
        play.play("operations", "getCollateral", one);
        play.play("operations", "listCollateral", NONE);
        play.play("operations", "repossessCollateral", one);
        play.play("operations", "sellCollateral", one);
        var released = play.play("operations", "pledgeCollateral", loan);
        play.play(
                "operations",
                "releaseCollateral",
                Map.of("collateral", released.path("id").asString("")));
    }

    private void unmatched(String loan) {
        var moved = play.play("operations", "openSuspense", NONE);
        var id = Map.of("suspense", moved.path("id").asString(""));
        play.play("operations", "getSuspense", id);
        play.play("operations", "listSuspense", NONE);
        play.play("operations", "moveSuspense", id, Map.of("loan", loan));
        var refunded = play.play("operations", "openSuspense", NONE, Map.of("reference", "line 18 of 20 November"));
        play.play(
                "operations",
                "refundSuspense",
                Map.of("suspense", refunded.path("id").asString("")));
    }

    private void owners(Map<String, String> loan) {
        approve(loan, play.play("finance", "sellShare", loan));
        play.play("finance", "buyBack", loan);
        var rows =
                door.get("finance", "/loans/" + loan.get("loan") + "/schedule").json();
        var owed = amount(rows.at("/rows/1/total")).add(amount(rows.at("/rows/2/total")));
        approve(loan, play.play("finance", "nameGuarantor", loan));
        var paid = play.play("finance", "payGuarantee", loan, Map.of("amount", cny(owed)));
        approve(loan, paid);
        play.play(
                "finance",
                "voidGuarantee",
                loan,
                Map.of("claim", paid.path("id").asString("")));
    }

    private void lost(Map<String, String> loan) {
        play.play("finance", "forgiveDebt", loan);
        approve(loan, play.play("finance", "chargeOff", loan));
        approve(loan, play.play("finance", "writeOff", loan));
    }

    private void early(Map<String, String> loan) {
        play.play("operations", "enterPrepayment", loan, Map.of("valueDate", today));
        play.play("operations", "proposeRepayment", loan, Map.of("valueDate", today));
        play.play("operations", "proposeReversal", loan, Map.of("date", today));
        var owed = door.get("finance", "/loans/" + loan.get("loan")).json();
        var more = amount(owed.at("/outstanding/total")).add(new BigDecimal("20.00"));
        play.play(
                "finance",
                "enterRepayment",
                loan,
                Map.of("amount", cny(more), "valueDate", today, "reference", "receipt 19"));
        play.play("finance", "refundCredit", loan);
    }

    private static BigDecimal amount(JsonNode text) {
        return new BigDecimal(text.asString(""));
    }

    private static Map<String, String> cny(BigDecimal amount) {
        return Map.of("amount", amount.toPlainString(), "currency", "CNY");
    }

    /** What comes in files, of another lender and of the bank. */
    private void files(Map<String, String> bank) {
        play.play("operations", "importPortfolio", NONE);
        play.play("operations", "getImport", Map.of("portfolio", "old-2026"));
        var day = LocalDate.parse(today).minusDays(2).toString();
        play.play("operations", "takeStatement", bank, Map.of("day", day));
        play.play("operations", "takePositions", bank, Map.of("day", day));
    }

    private void books() {
        var account = Map.of("ledgerAccount", "1100-loans");
        play.play("finance", "getAccount", account);
        play.play("finance", "listAccountPostings", account);
        play.play("finance", "listBooks", NONE);
        play.play("finance", "closePeriod", NONE);
        play.play("finance", "listPeriods", NONE);
        var where = Map.of("jurisdiction", "CN");
        for (var report : new String[] {"Portfolio", "Rolls", "Vintages", "CapCompliance", "InFlight"}) {
            play.play("finance", "report" + report, where);
        }
        play.play("operations", "listWorklist", NONE);
        play.play("operations", "listDoubts", NONE);
        var bank = Map.of("bank", "sandbox");
        files(bank);
        play.play("operations", "listMoneyInTransit", bank);
        play.play("operations", "listStatements", bank);
        play.play("operations", "listPositions", bank);
        play.play("operations", "listProcessingGroups", NONE);
        play.play("operations", "getProcessingGroup", Map.of("group", "application.programmes.v1"));
    }
}
