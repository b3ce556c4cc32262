package tallystick.loan.engine;

import java.time.LocalDate;
import tallystick.kernel.Money;

/**
 * What ends a loan on a day.
 *
 * @param perDay the interest of one day more
 */
public record Payoff(
        LocalDate goodThrough, Money principal, Money interest, Money fees, Money penalties, Money perDay) {
    public Money total() {
        return principal.plus(interest).plus(fees).plus(penalties);
    }
}
