package tallystick.loan.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/**
 * Amounts of rows that were agreed and are not computed.
 *
 * @param fixed the instalment of {@link Amortization#FIXED_INSTALLMENT}
 * @param principals of {@link Amortization#CUSTOM}, one for each row
 */
public record Agreed(@Nullable Money fixed, List<Money> principals) {
    public static final Agreed NOTHING = new Agreed(null, List.of());

    public Agreed {
        principals = List.copyOf(principals);
    }

    public static Agreed installment(Money fixed) {
        return new Agreed(fixed, List.of());
    }

    public static Agreed principals(List<Money> principals) {
        return new Agreed(null, principals);
    }

    Money installment() {
        return Objects.requireNonNull(fixed);
    }
}
