package tallystick.loan.engine;

import java.time.LocalDate;
import tallystick.kernel.Money;

/**
 * One dated row of a schedule.
 *
 * @param nr counts what is to be paid from 1; a row that is not to be paid has 0
 * @param from where its interest starts; for a row that is not to be paid its date
 * @param parts what is to be paid; of a payout only the fee that is deducted
 * @param balanceUnits the principal left after it, in minor units; of a row that is not to be paid what it adds
 */
public record Row(int nr, RowType type, LocalDate from, LocalDate due, Parts parts, long balanceUnits) {
    public boolean isPayout() {
        return type == RowType.PAYOUT;
    }

    /** Payouts and capitalized interest add to the debt; everything else pays it. */
    public boolean isToPay() {
        return type != RowType.PAYOUT && type != RowType.CAPITALIZED;
    }

    Row numbered(int other) {
        return new Row(other, type, from, due, parts, balanceUnits);
    }

    /** The same row where facts have changed what it owes, and when. */
    Row owing(Parts other, LocalDate day) {
        return new Row(nr, type, from, day, other, balanceUnits);
    }

    /** The principal after it, where there was so much before. */
    long balanceAfter(long before) {
        return isToPay() ? balanceUnits : before + balanceUnits;
    }

    public Money principal() {
        return parts.principal();
    }

    public Money interest() {
        return parts.interest();
    }

    public Money fees() {
        return parts.fees();
    }

    public Money penalties() {
        return parts.penalties();
    }

    public Money total() {
        return parts.total();
    }

    public Money balance() {
        return Money.ofMinor(parts.currency(), balanceUnits);
    }
}
