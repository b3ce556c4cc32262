package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Alone;

/**
 * What one person may do with money that only people tell of.
 *
 * @param most in whatever currency
 * @param closed the last day that is closed where the loan was made; null before the first
 */
record Authority(BigDecimal most, @Nullable LocalDate closed) {
    static Authority of(Alone alone) {
        return new Authority(alone.most(), alone.closed());
    }

    /** What closed days have told is not changed by one person. */
    void toEnter(Money amount, LocalDate valueDate) {
        if (amount.amount().compareTo(most) > 0) {
            throw Refusals.entryTooLarge(amount, most);
        }
        if (closed != null && isClosed(valueDate)) {
            throw Refusals.inClosedPeriod(valueDate, closed);
        }
    }

    /** What a bank has told is not taken back by one person, nor what it took two to enter. */
    void toReverse(Transaction moved) {
        if (moved.isBankMoney()) {
            throw Refusals.notAlone(moved, "came from a bank");
        }
        if (moved.amount().amount().compareTo(most) > 0) {
            throw Refusals.notAlone(moved, "is of more than " + most);
        }
        if (isClosed(moved.valueDate())) {
            throw Refusals.notAlone(moved, "is of a day that is closed");
        }
    }

    private boolean isClosed(LocalDate day) {
        return closed != null && !day.isAfter(closed);
    }
}
