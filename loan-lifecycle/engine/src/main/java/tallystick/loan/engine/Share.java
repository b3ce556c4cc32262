package tallystick.loan.engine;

import tallystick.kernel.Money;

/**
 * What a fact paid. The parts and the credit add up to its amount; a charge and a reversal pay nothing, and of a
 * restructure the parts are what was capitalized.
 *
 * @param of the fact's id
 * @param reversed whether a later fact took it back; the parts are then those it had until then
 * @param creditUnits what no row took, in minor units; below zero where credit was paid out
 */
public record Share(String of, boolean reversed, Parts parts, long creditUnits) {
    Share takenBack() {
        return new Share(of, true, parts, creditUnits);
    }

    /** The same where parts of it pay principal now, or are credit. */
    Share moved(Parts away, long principal, long credit) {
        return new Share(of, reversed, parts.minus(away).plus(Component.PRINCIPAL, principal), creditUnits + credit);
    }

    /** As if it had paid nothing. */
    Share nothing() {
        return new Share(of, reversed, Parts.none(parts.currency()), 0);
    }

    public Money credit() {
        return Money.ofMinor(parts.currency(), creditUnits);
    }
}
