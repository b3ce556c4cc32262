package tallystick.loan.engine;

import tallystick.kernel.Money;

/**
 * What a fact paid. The parts and the credit add up to its amount; a charge and a reversal pay nothing.
 *
 * @param of the fact's id
 * @param reversed whether a later fact took it back; the parts are then those it had until then
 * @param creditUnits what no row took, in minor units
 */
public record Share(String of, boolean reversed, Parts parts, long creditUnits) {
    Share takenBack() {
        return new Share(of, true, parts, creditUnits);
    }

    public Money credit() {
        return Money.ofMinor(parts.currency(), creditUnits);
    }
}
