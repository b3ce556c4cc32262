package tallystick.loan.servicing;

import java.time.LocalDate;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent.Parts;

/**
 * A payoff quote as it was given.
 *
 * @param asOfTransaction the last transaction it knew of; a later one makes it outdated
 */
record Quoted(String id, LocalDate goodThrough, Parts parts, Money perDay, int asOfTransaction, boolean used) {
    Money total() {
        return parts.debt();
    }

    Quoted spent() {
        return new Quoted(id, goodThrough, parts, perDay, asOfTransaction, true);
    }
}
