package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A row while facts are replayed on it. */
final class OpenRow {
    private final Row planned;
    private final boolean added;
    private LocalDate due;
    private Parts owed;
    private Parts paid;
    private final List<DueCharge> charges = new ArrayList<>();

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

    void charge(DueCharge charge) {
        charges.add(charge);
        owe(charge.component(), charge.units());
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

    /** Pays as much as there is to pay, and says how much that was. */
    long pay(Component component, long available) {
        var part = Math.min(available, outstanding(component));
        paid = paid.plus(component, part);
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
