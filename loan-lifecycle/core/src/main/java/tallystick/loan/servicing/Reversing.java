package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.TransactionReversed;

/** Takes a repayment back, as a returned debit does weeks later, and restates what came after it. */
final class Reversing {
    private Reversing() {}

    /** A bank takes back what a bank told of, and one person what one may; else it takes two. */
    static List<LoanEvent> asked(ReverseTransaction c, Loan is) {
        var moved = check(c.transaction(), is);
        if (c.authority() != null) {
            OnePerson.takesBack(c.authority(), moved);
        } else if (!moved.isBankMoney()) {
            throw Refusals.notAlone(moved, "was entered by people");
        }
        return reverse(c, is);
    }

    static List<LoanEvent> reverse(ReverseTransaction c, Loan is) {
        var moved = check(c.transaction(), is);
        var fact = reversed(moved, is, c.reason(), c.date(), c.bookingDate(), c.by(), c.at());
        return Restating.after(is, fact, c.bookingDate(), c.at());
    }

    /** What may be taken back. */
    static Transaction check(int nr, Loan is) {
        var moved = is.transaction(nr).orElseThrow(() -> Refusals.notReversible(nr));
        if (moved.reversedBy() != null) {
            throw Refusals.alreadyReversed(moved);
        }
        if (moved.type() != Transaction.Type.REPAYMENT || moved.parts() == null) {
            throw Refusals.notReversible(nr);
        }
        return moved;
    }

    /**
     * The debt it paid is no more: money is held, and what was let off comes back. Nothing is restated, since all goes. What
     * no bank has told of is not held: the bank's row brings it.
     */
    static List<LoanEvent> backed(Transaction moved, Loan is, ReturnPayout c) {
        var events = new ArrayList<LoanEvent>();
        events.add(reversed(moved, is, "the payout came back", c.valueDate(), c.bookingDate(), "system", c.at()));
        if (moved.type() == Transaction.Type.REPAYMENT && !moved.waitsForBank()) {
            events.add(new MoneyHeld(
                    is.id(),
                    moved.amount(),
                    moved.valueDate(),
                    "payout/%d/%d/%d".formatted(c.leg(), c.attempt(), moved.nr()),
                    "the payout came back",
                    c.bookingDate(),
                    c.at()));
        }
        return events;
    }

    private static TransactionReversed reversed(
            Transaction moved, Loan is, String reason, LocalDate date, LocalDate bookingDate, String by, Instant at) {
        return new TransactionReversed(
                is.id(),
                is.nextTransaction(),
                moved.nr(),
                moved.amount(),
                java.util.Objects.requireNonNull(moved.parts()),
                reason,
                date,
                bookingDate,
                by,
                at,
                accounting(moved, is));
    }

    private static @Nullable Accounting accounting(Transaction moved, Loan is) {
        if (moved.type() == Transaction.Type.FORGIVENESS) {
            return Accounting.FORGIVENESS;
        }
        return moved.accounting() == Accounting.CHARGED_OFF ? Accounting.RECOVERY : is.accounting();
    }
}
