package tallystick.bank.iso20022;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.Operation;

/** A fact as one line of text, and back: what the ledger keeps and what is handed to the gateway. */
final class Fact {
    private static final String TAB = "\t";

    private Fact() {}

    static String write(BankFact fact) {
        return switch (fact) {
            case BankFact.Accepted f -> line("A", f.instruction(), f.operation(), f.bankReference());
            case BankFact.Confirmed f ->
                line(
                        "C",
                        f.instruction(),
                        f.operation(),
                        f.bankReference(),
                        f.amount(),
                        f.valueDate(),
                        f.payee() == null ? null : f.payee().text());
            case BankFact.Rejected f -> line("R", f.instruction(), f.operation(), f.bankReference(), f.reason());
            case BankFact.Returned f ->
                line("B", f.instruction(), f.operation(), f.bankReference(), f.amount(), f.valueDate(), f.reason());
            case BankFact.RepaymentReceived f -> line("P", f.loan(), f.bankReference(), f.amount(), f.valueDate());
            case BankFact.Unreadable f -> line("U", f.why());
            case BankFact.StatementGap f -> line("G", f.expected(), f.found());
        };
    }

    /** Nothing a bank writes can begin another field or line. */
    private static String line(@Nullable Object... fields) {
        var line = new StringBuilder();
        for (var field : fields) {
            line.append(line.isEmpty() ? "" : TAB)
                    .append(field == null ? "" : field.toString().replaceAll("\\p{Cntrl}", " "));
        }
        return line.toString();
    }

    static BankFact read(String line) {
        var f = line.split(TAB, -1);
        return switch (f[0]) {
            case "A" -> new BankFact.Accepted(f[1], Operation.valueOf(f[2]), orNull(f[3]), null);
            case "C" ->
                new BankFact.Confirmed(
                        f[1],
                        Operation.valueOf(f[2]),
                        orNull(f[3]),
                        null,
                        amount(f[4]),
                        f[6].isEmpty() ? null : new Confidential(f[6]),
                        LocalDate.parse(f[5]),
                        null);
            case "R" -> new BankFact.Rejected(f[1], Operation.valueOf(f[2]), orNull(f[3]), null, f[4]);
            case "B" ->
                new BankFact.Returned(
                        f[1], Operation.valueOf(f[2]), orNull(f[3]), null, amount(f[4]), f[6], LocalDate.parse(f[5]));
            case "P" -> new BankFact.RepaymentReceived(f[1], f[2], amount(f[3]), LocalDate.parse(f[4]));
            case "U" -> new BankFact.Unreadable(f[1]);
            case "G" -> new BankFact.StatementGap(f[1], f[2]);
            default -> throw new IllegalArgumentException("Expected a kind of fact; found another text.");
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Amount amount(String text) {
        var parts = text.split(" ", 2);
        return Amount.of(parts[0], parts[1]);
    }
}
