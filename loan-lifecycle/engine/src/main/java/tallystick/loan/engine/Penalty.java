package tallystick.loan.engine;

import tallystick.kernel.Rate;

/**
 * Interest on what is late, simple, never on itself.
 *
 * @param graceDays a row paid within so many days bears none; a later one bears it from its due date
 */
public record Penalty(Rate annualRate, On on, int graceDays) {
    /** What of a late row bears it. */
    public enum On {
        OVERDUE_PRINCIPAL,
        OVERDUE_INSTALLMENT
    }
}
