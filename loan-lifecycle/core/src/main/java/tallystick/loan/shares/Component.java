package tallystick.loan.shares;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tallystick.loan.api.Funding.Lender;

/** What a payment is made of, each with shares of its own. Stored by name. */
public enum Component {
    PRINCIPAL,
    INTEREST,
    FEES,
    PENALTIES;

    BigDecimal of(Lender lender) {
        return switch (this) {
            case PRINCIPAL -> lender.principal();
            case INTEREST -> lender.interest();
            case FEES -> lender.fees();
            case PENALTIES -> lender.penalties();
        };
    }

    /** The name that events give to a part. */
    public String part() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Component> named(String part) {
        return Arrays.stream(values()).filter(each -> each.part().equals(part)).findFirst();
    }
}
