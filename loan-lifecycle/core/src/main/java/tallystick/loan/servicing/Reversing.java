package tallystick.loan.servicing;

import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.TransactionReversed;

/** Takes a repayment back, as a returned debit does weeks later, and restates what came after it. */
final class Reversing {
    private Reversing() {}

    static List<LoanEvent> reverse(ReverseTransaction c, Loan is) {
        var moved = is.transaction(c.transaction()).orElseThrow(() -> Refusals.notReversible(c.transaction()));
        if (moved.reversedBy() != null) {
            throw Refusals.alreadyReversed(moved);
        }
        var parts = moved.parts();
        if (moved.type() != Transaction.Type.REPAYMENT || parts == null) {
            throw Refusals.notReversible(c.transaction());
        }
        var standing = Standing.of(is);
        var events = new ArrayList<LoanEvent>();
        events.add(new TransactionReversed(
                is.id(),
                is.nextTransaction(),
                moved.nr(),
                moved.amount(),
                parts,
                c.reason(),
                c.date(),
                c.bookingDate(),
                c.by(),
                c.at(),
                moved.accounting() == Accounting.CHARGED_OFF ? Accounting.RECOVERY : is.accounting()));
        var without = is.with(is.transactions().stream()
                .map(known -> known.nr() == moved.nr() ? known.reversed(is.nextTransaction()) : known)
                .toList());
        var moves = Receiving.moves(without, standing, standing.without(moved));
        if (!moves.isEmpty()) {
            events.add(
                    new LoanRestated(is.id(), is.nextTransaction(), moves, c.bookingDate(), c.at(), is.accounting()));
        }
        return events;
    }
}
