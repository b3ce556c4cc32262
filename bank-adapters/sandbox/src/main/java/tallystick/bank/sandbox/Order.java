package tallystick.bank.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Operation;

/**
 * An order as the bank read it.
 *
 * @param hash of its bytes: the same id with other bytes is another order, and refused
 * @param annualRate of a credit request
 * @param count of instalments of a credit request
 * @param cancels what it asks to stop
 * @param schedule what is due when, of a loan
 */
record Order(
        String id,
        String hash,
        Operation operation,
        Amount amount,
        @Nullable String loan,
        @Nullable String payee,
        @Nullable String annualRate,
        @Nullable Long count,
        @Nullable String cancels,
        @Nullable Schedule schedule) {
    static Order read(String body) {
        var said = Json.object(body);
        return new Order(
                said.text("id"),
                hash(body),
                Operation.valueOf(said.text("operation")),
                said.amount("amount"),
                said.textOrNull("loan"),
                said.textOrNull("payee"),
                said.textOrNull("annualRate"),
                said.numberOrNull("count"),
                said.textOrNull("of"),
                said.has("rows") && said.has("version") ? Schedule.of(said) : null);
    }

    /** The same, had it named another account; what names none stays as it is. */
    Order toSomebodyElse() {
        var other = payee == null ? null : new StringBuilder(payee).reverse().toString();
        return new Order(id, hash, operation, amount, loan, other, annualRate, count, cancels, schedule);
    }

    /** The name operators and scripts use, such as {@code PayOut}. */
    String name() {
        return name(operation);
    }

    static String name(Operation operation) {
        return Arrays.stream(operation.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String hash(String body) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
