package tallystick.loan.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a case expects, written as the test writes what it found. */
final class Expected {
    private static final Map<String, String> TYPES = Map.of(
            "Repayment", "REPAYMENT",
            "Down Payment", "REPAYMENT",
            "Goodwill Credit", "GOODWILL_CREDIT",
            "Merchant Issued Refund", "MERCHANT_REFUND",
            "Payout Refund", "PAYOUT_REFUND",
            "Charge-off", "CHARGE_OFF");

    private Expected() {}

    static List<String> rows(JsonNode schedule, String... fields) {
        var rows = new ArrayList<String>();
        for (var row : schedule) {
            if (!row.get("nr").isNull()) {
                var line = new StringBuilder();
                line.append(row.get("nr").asInt())
                        .append(' ')
                        .append(row.get("dueDate").asString());
                for (var field : fields) {
                    line.append(' ').append(row.get(field).asString());
                }
                rows.add(line.toString());
            }
        }
        return rows;
    }

    static List<String> transactions(JsonNode transactions) {
        var lines = new ArrayList<String>();
        for (var transaction : transactions) {
            var type = TYPES.get(transaction.get("type").asString());
            if (type != null) {
                lines.add("%s %s %s %s %s"
                        .formatted(
                                type,
                                transaction.get("principal").asString(),
                                transaction.get("interest").asString(),
                                transaction.get("fees").asString(),
                                transaction.get("penalties").asString()));
            }
        }
        return lines.stream().sorted().toList();
    }
}
