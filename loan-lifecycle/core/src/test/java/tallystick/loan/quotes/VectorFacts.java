package tallystick.loan.quotes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations of a case as facts, in the order in which they were known. */
final class VectorFacts {
    private static final Map<String, String> TYPES = Map.of(
            "REPAYMENT", "REPAYMENT",
            "GOODWILL_CREDIT", "GOODWILL_CREDIT",
            "MERCHANT_ISSUED_REFUND", "MERCHANT_REFUND",
            "PAYOUT_REFUND", "PAYOUT_REFUND");

    /** What stands on a day, so that "the second of that day" can be found. */
    private record Entry(String date, String type, String id) {}

    private final JsonNode inputs;
    private final ArrayNode facts = JsonNodeFactory.instance.arrayNode();
    private final List<Entry> entries = new ArrayList<>();
    private String today = "";

    VectorFacts(JsonNode inputs, List<JsonNode> operations) {
        this.inputs = inputs;
        operations.forEach(this::on);
    }

    ArrayNode json() {
        return facts;
    }

    String asOf() {
        return today;
    }

    private void on(JsonNode operation) {
        switch (operation.get("op").asString()) {
            case "businessDate" -> today = operation.get("date").asString();
            case "disburse" -> disburse(operation);
            case "transaction" ->
                fact(
                                Objects.requireNonNull(
                                        TYPES.get(operation.get("type").asString())),
                                operation.get("date").asString())
                        .set(
                                "amount",
                                VectorRequest.money(operation.get("amount").asString()));
            case "addCharge" -> charge(operation);
            case "chargeOff" -> fact("CHARGE_OFF", operation.get("date").asString());
            case "undoTransaction" -> undo(operation);
            case "runCOB" -> {}
            default -> throw new IllegalArgumentException("Unknown operation " + operation);
        }
    }

    private void disburse(JsonNode operation) {
        var date = operation.get("date").asString();
        today = today.compareTo(date) < 0 ? date : today;
        entries.add(new Entry(date, "PAYOUT", "payout-" + entries.size()));
        var down = inputs.get("downPayment");
        if (down.path("autoRepayment").asBoolean(false)) {
            var percent = new BigDecimal(down.get("percent").asString());
            fact("REPAYMENT", date, "Down Payment")
                    .set(
                            "amount",
                            VectorRequest.money(part(operation.get("amount").asString(), percent)));
        }
    }

    private String part(String amount, BigDecimal percent) {
        var exact = new BigDecimal(amount).multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_EVEN);
        if (!inputs.has("installmentAmountInMultiplesOf")) {
            return exact.toPlainString();
        }
        var multiple =
                new BigDecimal(inputs.get("installmentAmountInMultiplesOf").asString());
        return exact.divide(multiple, 0, RoundingMode.HALF_EVEN)
                .multiply(multiple)
                .toPlainString();
    }

    private void charge(JsonNode operation) {
        var charge = fact("CHARGE", today);
        charge.put("kind", operation.get("chargeKind").asString().startsWith("PENALTY") ? "PENALTY" : "FEE");
        charge.put("due", operation.get("dueDate").asString());
        charge.set("amount", VectorRequest.money(operation.get("amount").asString()));
    }

    private void undo(JsonNode operation) {
        var type = operation.get("type").asString();
        var found = entries.stream()
                .filter(entry -> entry.date().equals(operation.get("date").asString()))
                .filter(entry -> type.equals("ANY") || entry.type().equalsIgnoreCase(type.replace(' ', '_')))
                .toList()
                .get(operation.get("nth").asInt() - 1);
        fact("REVERSAL", today).put("of", found.id());
    }

    private ObjectNode fact(String type, String date) {
        return fact(type, date, type);
    }

    private ObjectNode fact(String type, String date, String knownAs) {
        var id = "f" + (facts.size() + 1);
        if (!type.equals("REVERSAL") && !type.equals("CHARGE")) {
            entries.add(new Entry(date, knownAs.replace(' ', '_'), id));
        }
        return facts.addObject().put("id", id).put("type", type).put("date", date);
    }
}
