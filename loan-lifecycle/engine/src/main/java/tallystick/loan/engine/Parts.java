package tallystick.loan.engine;

import java.math.BigDecimal;

/** How an amount was shared out; what nothing was owed for is credit. */
public record Parts(
        BigDecimal principal, BigDecimal interest, BigDecimal fees, BigDecimal penalties, BigDecimal credit) {
    static Parts none(BigDecimal zero) {
        return new Parts(zero, zero, zero, zero, zero);
    }

    Parts plus(Component component, BigDecimal amount) {
        return switch (component) {
            case PRINCIPAL -> new Parts(principal.add(amount), interest, fees, penalties, credit);
            case INTEREST -> new Parts(principal, interest.add(amount), fees, penalties, credit);
            case FEE -> new Parts(principal, interest, fees.add(amount), penalties, credit);
            case PENALTY -> new Parts(principal, interest, fees, penalties.add(amount), credit);
        };
    }

    Parts withCredit(BigDecimal rest) {
        return new Parts(principal, interest, fees, penalties, credit.add(rest));
    }

    public BigDecimal total() {
        return principal.add(interest).add(fees).add(penalties).add(credit);
    }
}
