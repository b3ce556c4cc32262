package tallystick.bank.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankFact.OfInstruction;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.bank.spi.FetchResult.Line;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The words on the wire. What is not understood is an {@link IllegalArgumentException} that repeats nothing of it. */
final class Wire {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_REASON = 200;
    private static final Map<String, Operation> WORDS = Map.of(
            "credit", Operation.REQUEST_CREDIT,
            "contract", Operation.SIGN_CONTRACT,
            "payout", Operation.PAY_OUT,
            "collection", Operation.COLLECT,
            "cancellation", Operation.CANCEL,
            "refund", Operation.REFUND,
            "schedule", Operation.SYNC_SCHEDULE,
            "guarantee", Operation.GUARANTEE_PAYMENT,
            "buy-back", Operation.BUY_BACK,
            "mandate", Operation.REGISTER_MANDATE);

    private Wire() {}

    static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("Expected JSON; found something else.");
        }
    }

    static byte[] order(Instruction instruction) {
        var order = JSON.createObjectNode();
        order.put("id", instruction.id());
        order.put("operation", instruction.operation().name());
        amount(order.putObject("amount"), instruction.amount());
        switch (instruction) {
            case Instruction.RequestCredit i -> {
                order.put("application", i.application());
                order.put("programme", i.programme());
                order.put("annualRate", i.annualRate().toPlainString());
                order.put("count", i.count());
                order.put("applicant", i.applicant().text());
            }
            case Instruction.SignContract i -> {
                order.put("application", i.application());
                order.put("credit", i.credit());
                order.put("document", i.document());
            }
            case Instruction.PayOut i -> {
                order.put("loan", i.loan());
                order.put("payee", i.payee().text());
                order.put("purpose", i.purpose());
            }
            case Instruction.Collect i -> {
                order.put("loan", i.loan());
                order.put("payer", i.payer().text());
                order.put("due", i.due().toString());
            }
            case Instruction.Cancel i -> order.put("of", i.of());
            case Instruction.Refund i -> {
                order.put("loan", i.loan());
                order.put("payee", i.payee().text());
                order.put("of", i.of());
            }
            case Instruction.SyncSchedule i -> schedule(order, i);
            case Instruction.GuaranteePayment i -> {
                order.put("loan", i.loan());
                order.put("claim", i.claim());
                order.put("guarantor", i.guarantor());
                var rows = order.putArray("rows");
                i.rows().forEach(rows::add);
            }
            case Instruction.BuyBack i -> {
                order.put("loan", i.loan());
                order.put("date", i.date().toString());
            }
            case Instruction.RegisterMandate i -> {
                order.put("loan", i.loan());
                order.put("mandate", i.mandate());
                order.put("payer", i.payer().text());
            }
        }
        return JSON.writeValueAsBytes(order);
    }

    private static void schedule(ObjectNode order, Instruction.SyncSchedule schedule) {
        order.put("loan", schedule.loan());
        order.put("version", schedule.version());
        var rows = order.putArray("rows");
        for (var row : schedule.rows()) {
            var one = rows.addObject();
            one.put("nr", row.nr());
            one.put("due", row.due().toString());
            one.put("principal", row.principal().toPlainString());
            one.put("interest", row.interest().toPlainString());
            one.put("fees", row.fees().toPlainString());
        }
    }

    private static void amount(ObjectNode node, Amount amount) {
        node.put("amount", amount.value().toPlainString());
        node.put("currency", amount.currency().getCurrencyCode());
    }

    /** @throws IllegalArgumentException when nothing can be made of it */
    static BankFact fact(JsonNode said) {
        var type = text(said, "type");
        if (type.equals("repayment.received")) {
            return new BankFact.RepaymentReceived(
                    text(said, "loan"), text(said, "bankReference"), positive(said), date(said));
        }
        var parts = type.split("\\.", -1);
        var operation = parts.length == 2 ? WORDS.get(parts[0]) : null;
        if (operation == null) {
            throw new IllegalArgumentException("Expected a known type of message; found another.");
        }
        return fact(operation, parts[1], said);
    }

    private static OfInstruction fact(Operation operation, String word, JsonNode said) {
        var instruction = text(said, "instruction");
        var reference = textOrNull(said, "bankReference");
        var sequence =
                said.path("sequence").isIntegralNumber() ? said.path("sequence").asLong() : null;
        return switch (word) {
            case "accepted" -> new BankFact.Accepted(instruction, operation, reference, sequence);
            case "confirmed" ->
                new BankFact.Confirmed(
                        instruction,
                        operation,
                        reference,
                        sequence,
                        positive(said),
                        payee(said),
                        date(said),
                        terms(said.path("terms")));
            case "rejected" -> new BankFact.Rejected(instruction, operation, reference, sequence, reason(said));
            case "returned" ->
                new BankFact.Returned(
                        instruction, operation, reference, sequence, positive(said), reason(said), date(said));
            default -> throw new IllegalArgumentException("Expected a known type of message; found another.");
        };
    }

    static List<Line> lines(JsonNode statement) {
        var lines = new ArrayList<Line>();
        for (var line : statement.path("lines")) {
            lines.add(new Line(
                    text(line, "reference"),
                    textOrNull(line, "instruction"),
                    textOrNull(line, "loan"),
                    Direction.valueOf(text(line, "direction").toUpperCase(Locale.ROOT)),
                    amount(line.path("amount")),
                    date(line)));
        }
        return lines;
    }

    private static @Nullable Confidential payee(JsonNode said) {
        var payee = textOrNull(said, "payee");
        return payee == null ? null : new Confidential(payee);
    }

    private static String reason(JsonNode said) {
        var reason = textOrNull(said, "reason");
        return reason == null
                ? "NOT_SAID"
                : reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private static BankFact.@Nullable Terms terms(JsonNode terms) {
        if (!terms.isObject()) {
            return null;
        }
        var rate = textOrNull(terms, "annualRate");
        return new BankFact.Terms(
                terms.path("amount").isObject() ? amount(terms.path("amount")) : null,
                rate == null ? null : decimal(rate),
                terms.path("count").isIntegralNumber() ? terms.path("count").asInt() : null);
    }

    private static BigDecimal decimal(String text) {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,12})?")) {
            throw new IllegalArgumentException("Expected a rate such as 0.0725; found another text.");
        }
        return new BigDecimal(text);
    }

    private static Amount positive(JsonNode said) {
        var amount = amount(said.path("amount"));
        if (amount.value().signum() <= 0) {
            throw new IllegalArgumentException("Expected an amount above zero; found another.");
        }
        return amount;
    }

    private static Amount amount(JsonNode amount) {
        return Amount.of(text(amount, "currency"), text(amount, "amount"));
    }

    private static LocalDate date(JsonNode said) {
        var text = text(said, "valueDate");
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("Expected a date such as 2026-01-05; found another text.");
        }
        return LocalDate.parse(text);
    }

    static String text(JsonNode node, String name) {
        var text = textOrNull(node, name);
        if (text == null) {
            throw new IllegalArgumentException("Expected text in '%s'; found something else.".formatted(name));
        }
        return text;
    }

    static @Nullable String textOrNull(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.asString() : null;
    }
}
