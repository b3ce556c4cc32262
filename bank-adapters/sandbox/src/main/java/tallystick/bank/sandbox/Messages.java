package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;

/** The words of the line, from and to JSON. */
final class Messages {
    private static final Map<String, Operation> BY_WORD = Map.of(
            "refund", Operation.REFUND,
            "schedule", Operation.SYNC_SCHEDULE,
            "guarantee", Operation.GUARANTEE_PAYMENT,
            "buy-back", Operation.BUY_BACK,
            "mandate", Operation.REGISTER_MANDATE,
            "credit", Operation.REQUEST_CREDIT,
            "contract", Operation.SIGN_CONTRACT,
            "payout", Operation.PAY_OUT,
            "collection", Operation.COLLECT,
            "cancellation", Operation.CANCEL);

    private Messages() {}

    /** The word with which the bank's messages about an operation begin. */
    static String word(Operation operation) {
        return BY_WORD.entrySet().stream()
                .filter(entry -> entry.getValue() == operation)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> amount(Amount amount) {
        var map = new LinkedHashMap<String, String>();
        map.put("amount", amount.value().toPlainString());
        map.put("currency", amount.currency().getCurrencyCode());
        return map;
    }

    static String order(Instruction instruction) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", instruction.id());
        map.put("operation", instruction.operation().name());
        map.put("amount", amount(instruction.amount()));
        switch (instruction) {
            case Instruction.RequestCredit i -> {
                map.put("application", i.application());
                map.put("programme", i.programme());
                map.put("annualRate", i.annualRate().toPlainString());
                map.put("count", i.count());
                map.put("applicant", i.applicant().text());
            }
            case Instruction.PayOut i -> {
                map.put("loan", i.loan());
                map.put("payee", i.payee().text());
                map.put("purpose", i.purpose());
            }
            case Instruction.Collect i -> {
                map.put("loan", i.loan());
                map.put("payee", i.payer().text());
                map.put("due", i.due().toString());
            }
            case Instruction.Cancel i -> map.put("of", i.of());
            case Instruction.SignContract i -> {
                map.put("application", i.application());
                map.put("credit", i.credit());
                map.put("document", i.document());
            }
            case Instruction.Refund i -> {
                map.put("loan", i.loan());
                map.put("payee", i.payee().text());
                map.put("refunds", i.of());
            }
            case Instruction.SyncSchedule i -> {
                map.put("loan", i.loan());
                map.put("version", i.version());
                map.put("rows", i.rows().stream().map(Messages::row).toList());
            }
            case Instruction.GuaranteePayment i -> {
                map.put("loan", i.loan());
                map.put("claim", i.claim());
                map.put("guarantor", i.guarantor());
                map.put("rows", i.rows());
            }
            case Instruction.BuyBack i -> {
                map.put("loan", i.loan());
                map.put("date", i.date().toString());
            }
            case Instruction.RegisterMandate i -> {
                map.put("loan", i.loan());
                map.put("mandate", i.mandate());
                map.put("payee", i.payer().text());
            }
        }
        return Json.write(map);
    }

    private static Map<String, String> row(Instruction.SyncSchedule.Row row) {
        var map = new LinkedHashMap<String, String>();
        map.put("due", row.due().toString());
        map.put("principal", row.principal().toPlainString());
        map.put("interest", row.interest().toPlainString());
        map.put("fees", row.fees().toPlainString());
        return map;
    }

    /** @throws IllegalArgumentException when nothing can be made of it */
    static BankFact fact(Fields said) {
        var type = said.text("type");
        if (type.equals("repayment.received")) {
            return new BankFact.RepaymentReceived(
                    said.text("loan"),
                    said.text("bankReference"),
                    positive(said.amount("amount")),
                    said.date("valueDate"));
        }
        var parts = type.split("\\.", -1);
        var operation = parts.length == 2 ? BY_WORD.get(parts[0]) : null;
        if (operation == null) {
            throw new IllegalArgumentException("Expected a known type of message; found another.");
        }
        return fact(operation, parts[1], said);
    }

    private static BankFact.OfInstruction fact(Operation operation, String word, Fields said) {
        var instruction = said.text("instruction");
        var reference = said.textOrNull("bankReference");
        var sequence = said.numberOrNull("sequence");
        return switch (word) {
            case "accepted" -> new BankFact.Accepted(instruction, operation, reference, sequence);
            case "confirmed" ->
                new BankFact.Confirmed(
                        instruction,
                        operation,
                        reference,
                        sequence,
                        positive(said.amount("amount")),
                        payee(said),
                        said.date("valueDate"),
                        said.has("terms") ? terms(said.object("terms")) : null);
            case "rejected" -> new BankFact.Rejected(instruction, operation, reference, sequence, reason(said));
            case "returned" ->
                new BankFact.Returned(
                        instruction,
                        operation,
                        reference,
                        sequence,
                        positive(said.amount("amount")),
                        reason(said),
                        said.date("valueDate"));
            default -> throw new IllegalArgumentException("Expected a known type of message; found another.");
        };
    }

    private static @Nullable Confidential payee(Fields said) {
        var payee = said.textOrNull("payee");
        return payee == null ? null : new Confidential(payee);
    }

    private static String reason(Fields said) {
        var reason = said.textOrNull("reason");
        return reason == null ? "NOT_SAID" : reason.length() > 200 ? reason.substring(0, 200) : reason;
    }

    private static BankFact.Terms terms(Fields said) {
        var rate = said.textOrNull("annualRate");
        var count = said.numberOrNull("count");
        return new BankFact.Terms(
                said.has("amount") ? said.amount("amount") : null,
                rate == null ? null : new BigDecimal(rate),
                count == null ? null : Math.toIntExact(count));
    }

    private static Amount positive(Amount amount) {
        if (amount.value().signum() <= 0) {
            throw new IllegalArgumentException("Expected an amount above zero; found another.");
        }
        return amount;
    }
}
