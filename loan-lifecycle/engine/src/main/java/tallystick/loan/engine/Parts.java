package tallystick.loan.engine;

import java.util.Currency;
import tallystick.kernel.Money;

/** An amount by component, in minor units of its currency. */
public record Parts(Currency currency, long principalUnits, long interestUnits, long feeUnits, long penaltyUnits) {
    public static Parts none(Currency currency) {
        return new Parts(currency, 0, 0, 0, 0);
    }

    public Money principal() {
        return Money.ofMinor(currency, principalUnits);
    }

    public Money interest() {
        return Money.ofMinor(currency, interestUnits);
    }

    public Money fees() {
        return Money.ofMinor(currency, feeUnits);
    }

    public Money penalties() {
        return Money.ofMinor(currency, penaltyUnits);
    }

    public Money total() {
        return Money.ofMinor(currency, totalUnits());
    }

    public long totalUnits() {
        return principalUnits + interestUnits + feeUnits + penaltyUnits;
    }

    public long units(Component component) {
        return switch (component) {
            case PRINCIPAL -> principalUnits;
            case INTEREST -> interestUnits;
            case FEE -> feeUnits;
            case PENALTY -> penaltyUnits;
        };
    }

    public Parts plus(Parts other) {
        return new Parts(
                currency,
                principalUnits + other.principalUnits,
                interestUnits + other.interestUnits,
                feeUnits + other.feeUnits,
                penaltyUnits + other.penaltyUnits);
    }

    public Parts minus(Parts other) {
        return new Parts(
                currency,
                principalUnits - other.principalUnits,
                interestUnits - other.interestUnits,
                feeUnits - other.feeUnits,
                penaltyUnits - other.penaltyUnits);
    }

    /** The same with so many units more of one component. */
    public Parts plus(Component component, long units) {
        return switch (component) {
            case PRINCIPAL -> new Parts(currency, principalUnits + units, interestUnits, feeUnits, penaltyUnits);
            case INTEREST -> new Parts(currency, principalUnits, interestUnits + units, feeUnits, penaltyUnits);
            case FEE -> new Parts(currency, principalUnits, interestUnits, feeUnits + units, penaltyUnits);
            case PENALTY -> new Parts(currency, principalUnits, interestUnits, feeUnits, penaltyUnits + units);
        };
    }

    /** Of each component the larger. */
    Parts atLeast(Parts other) {
        return new Parts(
                currency,
                Math.max(principalUnits, other.principalUnits),
                Math.max(interestUnits, other.interestUnits),
                Math.max(feeUnits, other.feeUnits),
                Math.max(penaltyUnits, other.penaltyUnits));
    }

    /** Interest and fees, as much of each as another has. */
    Parts atMost(Parts other) {
        return new Parts(
                currency, 0, Math.min(interestUnits, other.interestUnits), Math.min(feeUnits, other.feeUnits), 0);
    }
}
