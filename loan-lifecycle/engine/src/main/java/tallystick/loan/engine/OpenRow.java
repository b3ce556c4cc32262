package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row while facts are replayed on it. */
final class OpenRow {
    private final boolean added;
    private final Tally paid = new Tally();
    private Parts owed;
    private List<DueCharge> charges = List.of();
    private Row planned;
    private LocalDate due;
    private long withheld;
    private @Nullable Overdue overdue;

    OpenRow(Row planned) {
        this(planned, false);
    }

    /** @param added whether it is not of the schedule, but for a charge behind it */
    OpenRow(Row planned, boolean added) {
        this.planned = planned;
        this.added = added;
        due = planned.due();
        owed = planned.parts();
    }

    OpenRow copy() {
        var copy = new OpenRow(planned, added);
        copy.due = due;
        copy.owed = owed;
        copy.paid.become(paid());
        copy.charges = charges;
        copy.withheld = withheld;
        copy.overdue = overdue == null ? null : overdue.copy(copy);
        return copy;
    }

    Row planned() {
        return planned;
    }

    boolean isAdded() {
        return added;
    }

    /** From its due date on, as the terms say. */
    void bearPenalties(LoanTerms terms) {
        overdue = new Overdue(terms, this);
    }

    void growThrough(LocalDate day) {
        if (overdue != null) {
            overdue.growThrough(day);
        }
    }

    void renumber(int nr) {
        planned = planned.numbered(nr);
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
        return paid.parts(owed.currency());
    }

    long owed(Component component) {
        return owed.units(component);
    }

    long paid(Component component) {
        return paid.of(component);
    }

    Parts outstanding() {
        return owed.minus(paid());
    }

    long outstanding(Component component) {
        return owed.units(component) - paid.of(component);
    }

    long outstandingUnits() {
        return owed.totalUnits() - paid.total();
    }

    boolean isPaid() {
        return outstandingUnits() == 0;
    }

    /**
     * Becomes a row of a later plan. What was paid of it stays paid, and what was charged stays owed; principal that it
     * does not take any more is free to pay other rows.
     */
    long become(Row other) {
        var more = other.parts().minus(planned.parts());
        planned = other;
        due = other.due();
        owed = owed.plus(more);
        var free = Math.max(0, -outstanding(Component.PRINCIPAL));
        paid.add(Component.PRINCIPAL, -free);
        owePaid();
        return free;
    }

    /** Takes over what was paid of a row that a new plan does without. */
    void take(OpenRow gone) {
        owe(Component.PRINCIPAL, gone.paid(Component.PRINCIPAL));
        paid.become(paid().plus(gone.paid()));
        owePaid();
    }

    private void owePaid() {
        owed = owed.atLeast(paid());
    }

    /** What is left of it becomes part of another debt. */
    Parts giveUp() {
        var left = outstanding();
        owed = paid();
        return left;
    }

    void charge(DueCharge charge) {
        charges = charges.isEmpty() ? List.of(charge) : with(charge);
        owe(charge.component(), charge.units());
    }

    private List<DueCharge> with(DueCharge charge) {
        var more = new ArrayList<>(charges);
        more.add(charge);
        return List.copyOf(more);
    }

    List<DueCharge> charges() {
        return charges;
    }

    /** Fees that were charged on it, without those of the contract. */
    long chargedFees() {
        return charged(Component.FEE);
    }

    private long charged(Component component) {
        var charged = 0L;
        for (var charge : charges) {
            charged += charge.component() == component ? charge.units() : 0;
        }
        return Math.min(charged, owed(component));
    }

    /** Principal that is to pay by the plan: it is paid before what was charged. */
    long plannedPrincipal() {
        return Math.max(0, outstanding(Component.PRINCIPAL) - charged(Component.PRINCIPAL));
    }

    /** All that is to pay by the plan, without what facts have added. */
    long plannedUnits() {
        return plannedPrincipal()
                + outstanding(Component.INTEREST)
                + Math.max(0, outstanding(Component.FEE) - chargedFees());
    }

    /** What was paid of charged principal may pay it where it is owed now. Says how much that is. */
    long freeChargedPrincipal() {
        var free = Math.max(0, charged(Component.PRINCIPAL) - outstanding(Component.PRINCIPAL));
        paid.add(Component.PRINCIPAL, -free);
        return free;
    }

    /** What is to pay of charges whose own due date has come, though the row's has not. */
    long outstandingCharges(Component component, LocalDate today) {
        var fallenDue = 0L;
        for (var charge : charges) {
            if (charge.component() == component && !charge.due().isAfter(today)) {
                fallenDue += charge.units();
            }
        }
        return Math.max(0, Math.min(outstanding(component), fallenDue - paid(component)));
    }

    /** Principal that interest will become only later is not owed yet. Says how much of it that was. */
    long withhold(long units) {
        var part = Math.min(units, outstanding(Component.PRINCIPAL));
        owe(Component.PRINCIPAL, -part);
        withheld += part;
        return part;
    }

    void oweWithheld() {
        owe(Component.PRINCIPAL, withheld);
        withheld = 0;
    }

    void owe(Component component, long units) {
        owed = owed.plus(component, units);
    }

    /** What would be to pay if it owed no more interest and fees than so much. */
    Parts outstandingIf(long interest, long fees) {
        return less(interest, fees).atLeast(paid()).minus(paid());
    }

    /** What would be paid too much then. */
    Parts overpaidIf(long interest, long fees) {
        var less = less(interest, fees);
        return less.atLeast(paid()).minus(less);
    }

    private Parts less(long interest, long fees) {
        return new Parts(owed.currency(), owed.principalUnits(), interest, fees, owed.penaltyUnits());
    }

    /** Owes no more interest and fees than so much, and says what was paid too much of them. */
    Parts lessen(long interest, long fees) {
        var back = overpaidIf(interest, fees);
        owed = less(interest, fees);
        paid.become(paid().minus(back));
        return back;
    }

    /** Pays as much as there is to pay, and says how much that was. */
    long pay(Component component, long available) {
        var part = Math.min(available, outstanding(component));
        paid.add(component, part);
        return part;
    }

    Slot.Timing timing(LocalDate today) {
        var order = due.compareTo(today);
        if (order < 0) {
            return Slot.Timing.PAST_DUE;
        }
        return order > 0 ? Slot.Timing.IN_ADVANCE : Slot.Timing.DUE;
    }

    StatementRow statement() {
        return new StatementRow(asPlanned() ? planned : planned.owing(owed, due), paid());
    }

    private boolean asPlanned() {
        return owed.equals(planned.parts()) && due.equals(planned.due());
    }
}
