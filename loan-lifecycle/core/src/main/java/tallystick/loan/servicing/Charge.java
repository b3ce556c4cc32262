package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.FeeCharged;

/**
 * A fee or penalty that a person or a day close charged. Waived in part, the rest stays owed.
 *
 * @param late of a late fee what it follows from; else null
 */
record Charge(
        int nr,
        String reference,
        FeeKind kind,
        String name,
        Money amount,
        Money waived,
        LocalDate date,
        LocalDate due,
        Instant at,
        LoanEvent.@Nullable Late late) {
    static Charge of(FeeCharged e) {
        return new Charge(
                e.charge(),
                e.reference(),
                e.kind(),
                e.name(),
                e.amount(),
                Money.zero(e.amount().currency()),
                e.date(),
                e.due(),
                e.at(),
                e.late());
    }

    boolean isLateFee() {
        return late != null;
    }

    Charge waived(Money more) {
        return new Charge(nr, reference, kind, name, amount, waived.plus(more), date, due, at, late);
    }

    Charge of(Money other, LoanEvent.@Nullable Late follows) {
        return new Charge(nr, reference, kind, name, other, waived, date, due, at, follows);
    }

    /** What was waived stays waived when a fee is corrected. */
    Money left() {
        return waived.isMoreThan(amount) ? Money.zero(amount.currency()) : amount.minus(waived);
    }

    String id() {
        return "charge-" + nr;
    }
}
