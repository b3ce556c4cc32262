package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Operation;

/** What the bank makes of an order. Odd cents are wishes of whoever tries it out; a fault of the script comes first. */
enum Decision {
    YES,
    NO,
    /** The credit is approved on other terms. */
    OTHER_TERMS,
    SILENCE,
    /** Done, and returned a little later. */
    RETURN,
    /** Half of it is done. */
    PART;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Decision of(Operation operation, Amount amount, @Nullable Fault fault) {
        return switch (fault) {
            case REJECT, FROZEN -> NO;
            case SILENT -> SILENCE;
            case LATE_RETURN -> RETURN;
            case PARTIAL -> PART;
            case OTHER_TERMS -> operation == Operation.REQUEST_CREDIT ? OTHER_TERMS : YES;
            case null, default ->
                byCents(operation, amount.value().unscaledValue().intValue() % 100);
        };
    }

    private static Decision byCents(Operation operation, int cents) {
        return switch (operation) {
            case REQUEST_CREDIT ->
                switch (cents) {
                    case 13 -> NO;
                    case 17 -> OTHER_TERMS;
                    case 19 -> SILENCE;
                    default -> YES;
                };
            case PAY_OUT ->
                switch (cents) {
                    case 23 -> NO;
                    case 29 -> RETURN;
                    case 31 -> SILENCE;
                    default -> YES;
                };
            default -> YES;
        };
    }

    /** How much of it is done. */
    Amount of(Amount ordered) {
        return switch (this) {
            case PART -> part(ordered, new BigDecimal("0.5"));
            case OTHER_TERMS ->
                new Amount(
                        ordered.currency(),
                        ordered.value()
                                .multiply(new BigDecimal("0.9"))
                                .divide(HUNDRED, 0, RoundingMode.DOWN)
                                .multiply(HUNDRED));
            case YES, NO, SILENCE, RETURN -> ordered;
        };
    }

    private static Amount part(Amount ordered, BigDecimal share) {
        return new Amount(
                ordered.currency(),
                ordered.value().multiply(share).setScale(ordered.value().scale(), RoundingMode.UP));
    }
}
