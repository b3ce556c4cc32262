package tallystick.loan.quotes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a case of the vectors into the request that the REST interface takes. */
final class VectorRequest {
    static final String CURRENCY = "USD";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> UNITS = Map.of("DAYS", "D", "WEEKS", "W", "MONTHS", "M", "YEARS", "Y");
    private static final Map<String, String> FUTURE =
            Map.of("NEXT_INSTALLMENT", "NEXT_ROW", "LAST_INSTALLMENT", "LAST_ROW", "REAMORTIZATION", "REAMORTIZE");

    private final JsonNode inputs;
    private final JsonNode expected;
    private final String id;
    private final List<JsonNode> operations = new ArrayList<>();

    VectorRequest(JsonNode vector) {
        inputs = vector.get("inputs");
        expected = vector.get("expected");
        id = vector.get("id").asString();
        vector.get("operations").forEach(operations::add);
    }

    ObjectNode quote() {
        return JSON.objectNode().set("terms", terms());
    }

    ObjectNode simulation() {
        var facts = new VectorFacts(inputs, operations);
        var request = quote();
        request.put("asOf", facts.asOf());
        request.set("allocation", allocation());
        request.set("facts", facts.json());
        return request;
    }

    static ObjectNode money(String amount) {
        return JSON.objectNode()
                .put("amount", new BigDecimal(amount).setScale(2).toPlainString())
                .put("currency", CURRENCY);
    }

    private ObjectNode terms() {
        var terms = JSON.objectNode();
        terms.set("principal", money(text("principal")));
        terms.put(
                "annualRate",
                new BigDecimal(text("annualRatePercent")).movePointLeft(2).toPlainString());
        terms.put("method", text("interestMethod").equals("FLAT") ? "FLAT" : "DECLINING");
        terms.put("amortization", text("amortizationType"));
        terms.put("interestPeriod", text("interestCalculationPeriod").equals("DAILY") ? "DAILY" : "PER_PERIOD");
        terms.put("dayCount", part("daysInMonthType") + "/" + part("daysInYearType"));
        terms.put("every", "P" + text("repaymentEvery") + UNITS.get(text("repaymentFrequencyType")));
        terms.put("count", inputs.get("numberOfRepayments").asInt());
        terms.put("convention", convention());
        terms.set("disbursements", disbursements());
        terms.set("rounding", rounding());
        optional(terms);
        return terms;
    }

    private void optional(ObjectNode terms) {
        if (inputs.has("periods")) {
            var dates = terms.putArray("dueDates");
            inputs.get("periods").forEach(period -> dates.add(period.get(1).asString()));
        }
        if (inputs.get("downPayment").get("enabled").asBoolean()) {
            terms.putObject("downPayment")
                    .put("percent", inputs.get("downPayment").get("percent").asString());
        }
        var grace = terms.putObject("grace");
        grace.put("principal", inputs.path("graceOnPrincipalPayment").asInt(0));
        grace.put("interest", inputs.path("graceOnInterestPayment").asInt(0));
        grace.put("interestFree", inputs.path("graceOnInterestCharged").asInt(0));
    }

    private String text(String field) {
        return inputs.get(field).asString();
    }

    private String part(String field) {
        var type = text(field);
        return type.startsWith("DAYS_") ? type.substring("DAYS_".length()) : "ACT";
    }

    private String convention() {
        if (id.startsWith("EMICalculation")) {
            return "FINERACT_PROGRESSIVE_2025";
        }
        return "FINERACT_" + text("scheduleType");
    }

    private ObjectNode rounding() {
        var rounding = JSON.objectNode().put("mode", text("rounding"));
        if (inputs.has("installmentAmountInMultiplesOf")) {
            rounding.put("installmentMultiple", text("installmentAmountInMultiplesOf"));
        }
        return rounding;
    }

    private JsonNode disbursements() {
        var payouts = JSON.arrayNode();
        for (var operation : operations) {
            if (operation.get("op").asString().equals("disburse")) {
                payouts.addObject()
                        .put("date", operation.get("date").asString())
                        .set("amount", money(operation.get("amount").asString()));
            }
        }
        if (payouts.isEmpty()) {
            for (var row : expected.get("schedule")) {
                if (row.get("nr").isNull()) {
                    payouts.addObject()
                            .put("date", row.get("dueDate").asString())
                            .set("amount", money(row.get("balance").asString()));
                }
            }
        }
        return payouts;
    }

    private ObjectNode allocation() {
        var allocation = JSON.objectNode();
        if (!inputs.has("paymentAllocation")) {
            return allocation.set("default", strategy(text("transactionProcessingStrategy")));
        }
        var rules = inputs.get("paymentAllocation");
        var names = Map.of(
                "DEFAULT",
                "default",
                "GOODWILL_CREDIT",
                "goodwillCredit",
                "MERCHANT_ISSUED_REFUND",
                "merchantRefund",
                "PAYOUT_REFUND",
                "payoutRefund");
        names.forEach((theirs, ours) -> {
            if (rules.has(theirs)) {
                allocation.set(ours, rule(rules.get(theirs)));
            }
        });
        return allocation;
    }

    private ObjectNode rule(JsonNode theirs) {
        var across =
                inputs.path("scheduleProcessingType").asString("HORIZONTAL").equals("VERTICAL");
        return rule(
                theirs.get("order"),
                across ? "COMPONENTS" : "ROWS",
                Objects.requireNonNull(
                        FUTURE.get(theirs.get("futureInstallmentAllocationRule").asString())));
    }

    private static ObjectNode rule(JsonNode order, String across, String future) {
        return JSON.objectNode().put("across", across).put("future", future).set("order", order);
    }

    /** DUE_a_IN_ADVANCE_b is order a for past-due and due, and order b in advance. */
    private static ObjectNode strategy(String name) {
        var order = JSON.arrayNode();
        var parts = name.startsWith("DUE_")
                ? name.substring("DUE_".length()).split("_IN_ADVANCE_", -1)
                : new String[] {"PENALTY_FEE_INTEREST_PRINCIPAL", "PENALTY_FEE_INTEREST_PRINCIPAL"};
        Arrays.stream(parts[0].split("_", -1)).forEach(each -> order.add("PAST_DUE_" + each));
        Arrays.stream(parts[0].split("_", -1)).forEach(each -> order.add("DUE_" + each));
        Arrays.stream(parts[1].split("_", -1)).forEach(each -> order.add("IN_ADVANCE_" + each));
        return rule(order, "ROWS", "NEXT_ROW");
    }
}
