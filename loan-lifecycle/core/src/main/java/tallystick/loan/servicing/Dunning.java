package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.loan.api.LoanCommand.CloseLoanDay;
import tallystick.loan.api.LoanCommand.OrderDebit;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.DebitInstructed;
import tallystick.loan.api.LoanEvent.DebitOrdered;
import tallystick.loan.api.LoanEvent.PromiseBroken;
import tallystick.loan.api.LoanEvent.PromiseKept;
import tallystick.loan.api.LoanEvent.PromiseMade;
import tallystick.loan.api.LoanEvent.ReminderDue;
import tallystick.loan.engine.Statement;

/** What a day close does to get a loan paid: debits of what falls due, reminders, and promises that were kept or not. */
final class Dunning {
    /** Days past due on which a reminder is due. */
    static final List<Integer> REMINDERS = List.of(3, 10, 20);

    private Dunning() {}

    static List<LoanEvent> debit(CloseLoanDay c, Loan is, Statement now) {
        var collecting = is.care().collecting();
        var through = collecting.debitedThrough();
        var open = collecting.mandate() != null
                && is.care().hold() == null
                && is.borrowersAccount().isPresent()
                && (through == null || through.isBefore(c.date()));
        var amount = due(is, now).minus(collecting.underway(is.zero()));
        return open && amount.isPositive() && fallsDue(now) ? List.of(debit(c, is, amount)) : List.of();
    }

    /** By hand: all that is under way together brings no more than a payoff of the day would take. */
    static List<LoanEvent> order(OrderDebit c, Loan is) {
        if (is.care().collecting().isOpen(c.instruction())
                || is.knows(c.instruction().value())) {
            return List.of();
        }
        if (is.state() != LoanState.ACTIVE) {
            throw Refusals.notActive(is);
        }
        Changing.notHeld(is);
        var day = c.due().isAfter(c.today()) ? c.due() : c.today();
        var owed = Standing.of(is).payoff(day).total();
        var underway = is.care().collecting().underway(is.zero());
        if (c.amount().plus(underway).isMoreThan(owed)) {
            throw Refusals.debitBeyondDebt(is, c.amount(), underway, owed);
        }
        return List.of(new DebitOrdered(
                is.id(), c.instruction(), is.booked().bank(), account(is), c.amount(), c.due(), c.by(), c.at()));
    }

    private static Sealed account(Loan is) {
        return is.borrowersAccount().orElseThrow(() -> Refusals.noAccount(is));
    }

    private static boolean fallsDue(Statement now) {
        return now.rows().stream().anyMatch(row -> row.row().due().equals(now.asOf()) && !row.isPaid());
    }

    /** What falls due that day and what is late. */
    private static Money due(Loan is, Statement now) {
        return now.rows().stream()
                .filter(row -> !row.row().due().isAfter(now.asOf()))
                .map(row -> row.outstanding().total())
                .reduce(is.zero(), Money::plus);
    }

    /** The id follows from loan and day: ordered twice, it is collected once. */
    private static DebitInstructed debit(CloseLoanDay c, Loan is, Money amount) {
        var id = new InstructionId(Ids.derived(
                InstructionId.KIND, "debit", is.id().value(), c.date().toString()));
        return new DebitInstructed(is.id(), id, is.booked().bank(), account(is), amount, c.date(), c.date(), c.at());
    }

    /** One reminder for all the days that have passed since the last. */
    static List<LoanEvent> remind(CloseLoanDay c, Loan is, Statement now, long late) {
        var collecting = is.care().collecting();
        var nr = (int) REMINDERS.stream().filter(day -> day <= late).count();
        var silent = is.care().hold() != null || collecting.promise() != null;
        return silent || nr <= collecting.reminders()
                ? List.of()
                : List.of(new ReminderDue(is.id(), nr, late, now.overdue(), c.date(), c.at()));
    }

    /** The day after the promised one decides. */
    static List<LoanEvent> promise(CloseLoanDay c, Loan is) {
        var promise = is.care().collecting().promise();
        if (promise == null || !c.date().isAfter(promise.until())) {
            return List.of();
        }
        var missing = promise.amount().minus(paid(is, promise));
        return List.of(
                missing.isPositive()
                        ? new PromiseBroken(is.id(), promise.promise(), missing, c.date(), c.at())
                        : new PromiseKept(is.id(), promise.promise(), c.date(), c.at()));
    }

    private static Money paid(Loan is, PromiseMade promise) {
        return is.transactions().stream()
                .filter(moved -> moved.type() == Transaction.Type.REPAYMENT && moved.reversedBy() == null)
                .filter(moved -> within(moved.valueDate(), promise))
                .map(Transaction::amount)
                .reduce(is.zero(), Money::plus);
    }

    private static boolean within(LocalDate day, PromiseMade promise) {
        return !day.isBefore(promise.from()) && !day.isAfter(promise.until());
    }
}
