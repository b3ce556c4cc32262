package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A row while facts are replayed on it. */
final class OpenRow {
    private final boolean added;
    private Row planned;
    private LocalDate due;
    private Parts owed;
    private Parts paid;
    private final List<DueCharge> charges = new ArrayList<>(0);

    OpenRow(Row planned) {
        this(planned, false);
    }

    /** @param added whether it is not of the schedule, but for a charge behind it */
    OpenRow(Row planned, boolean added) {
        this.planned = planned;
        this.added = added;
        due = planned.due();
        owed = planned.parts();
        paid = Parts.none(owed.currency());
    }

    OpenRow copy() {
        var copy = new OpenRow(planned, added);
        copy.due = due;
        copy.owed = owed;
        copy.paid = paid;
        copy.charges.addAll(charges);
        return copy;
    }

    Row planned() {
        return planned;
    }

    boolean isAdded() {
        return added;
    }

    void extend(LocalDate later) {
        due = later;
    }

    LocalDate due() {
        return due;
    }

    Parts owed() {
        return owed;
    }

    Parts paid() {
        return paid;
    }

    Parts outstanding() {
        return owed.minus(paid);
    }

    long outstanding(Component component) {
        return owed.units(component) - paid.units(component);
    }

    boolean isPaid() {
        return owed.equals(paid);
    }

    /** Becomes a row of a later plan. What was paid of it stays paid, and what was charged stays owed. */
    void become(Row other) {
        var more = other.parts().minus(planned.parts());
        planned = other;
        due = other.due();
        owed = owed.plus(more).atLeast(paid);
    }

    /** Takes over what was paid of a row that a new plan does without. */
    void take(Parts other) {
        paid = paid.plus(other);
        owed = owed.plus(Component.PRINCIPAL, other.principalUnits()).atLeast(paid);
    }

    /** What is left of it becomes part of another debt. */
    Parts giveUp() {
        var left = outstanding();
        owed = paid;
        return left;
    }

    void charge(DueCharge charge) {
        charges.add(charge);
        owe(charge.component(), charge.units());
    }

    List<DueCharge> charges() {
        return charges;
    }

    /** Fees that were charged on it, without those of the contract. */
    long chargedFees() {
        return owed.feeUnits() - planned.parts().feeUnits();
    }

    /** What is to pay of charges whose own due date has come, though the row's has not. */
    long outstandingCharges(Component component, LocalDate today) {
        var fallenDue = 0L;
        for (var charge : charges) {
            if (charge.component() == component && !charge.due().isAfter(today)) {
                fallenDue += charge.units();
            }
        }
        return Math.max(0, Math.min(outstanding(component), fallenDue - paid.units(component)));
    }

    void owe(Component component, long units) {
        owed = owed.plus(component, units);
    }

    /** What would be to pay if it owed no more interest and fees than so much. */
    Parts outstandingIf(long interest, long fees) {
        return less(interest, fees).atLeast(paid).minus(paid);
    }

    /** What would be paid too much then. */
    Parts overpaidIf(long interest, long fees) {
        var less = less(interest, fees);
        return less.atLeast(paid).minus(less);
    }

    private Parts less(long interest, long fees) {
        return new Parts(owed.currency(), owed.principalUnits(), interest, fees, owed.penaltyUnits());
    }

    /** Owes no more interest and fees than so much, and says what was paid too much of them. */
    Parts lessen(long interest, long fees) {
        var back = overpaidIf(interest, fees);
        owed = less(interest, fees);
        paid = paid.minus(back);
        return back;
    }

    /** Pays as much as there is to pay, and says how much that was. */
    long pay(Component component, long available) {
        var part = Math.min(available, outstanding(component));
        if (part != 0) {
            paid = paid.plus(component, part);
        }
        return part;
    }

    Slot.Timing timing(LocalDate today) {
        if (due.isBefore(today)) {
            return Slot.Timing.PAST_DUE;
        }
        return due.isAfter(today) ? Slot.Timing.IN_ADVANCE : Slot.Timing.DUE;
    }

    StatementRow statement() {
        return new StatementRow(
                new Row(planned.nr(), planned.type(), planned.from(), due, owed, planned.balanceUnits()), paid);
    }
}
