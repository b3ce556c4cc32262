package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import tallystick.kernel.Money;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.LoanEvent.FeeCharged;

/** A fee or penalty that a person charged. Waived in part, the rest stays owed. */
record Charge(
        int nr,
        String reference,
        FeeKind kind,
        String name,
        Money amount,
        Money waived,
        LocalDate date,
        LocalDate due,
        Instant at) {
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
                e.at());
    }

    Charge waived(Money more) {
        return new Charge(nr, reference, kind, name, amount, waived.plus(more), date, due, at);
    }

    Money left() {
        return amount.minus(waived);
    }

    String id() {
        return "charge-" + nr;
    }
}
