package tallystick.loan.servicing;

import java.time.LocalDate;
import tallystick.kernel.Money;
import tallystick.loan.api.Authority;

/** What takes two people, of money that only people tell of. */
final class OnePerson {
    private OnePerson() {}

    /** What closed days have told is not changed by one person. */
    static void enters(Authority authority, Money amount, LocalDate valueDate) {
        if (isMore(amount, authority)) {
            throw Refusals.entryTooLarge(amount, authority.most());
        }
        var closed = authority.closed();
        if (closed != null && isClosed(valueDate, authority)) {
            throw Refusals.inClosedPeriod(valueDate, closed);
        }
    }

    /** What a bank has told is not taken back by one person, nor what it took two to enter. */
    static void takesBack(Authority authority, Transaction moved) {
        if (moved.isBankMoney()) {
            throw Refusals.notAlone(moved, "came from a bank");
        }
        if (isMore(moved.amount(), authority)) {
            throw Refusals.notAlone(moved, "is of more than " + authority.most());
        }
        if (isClosed(moved.valueDate(), authority)) {
            throw Refusals.notAlone(moved, "is of a day that is closed");
        }
    }

    private static boolean isMore(Money amount, Authority authority) {
        return amount.amount().compareTo(authority.most()) > 0;
    }

    private static boolean isClosed(LocalDate day, Authority authority) {
        var closed = authority.closed();
        return closed != null && !day.isAfter(closed);
    }
}
