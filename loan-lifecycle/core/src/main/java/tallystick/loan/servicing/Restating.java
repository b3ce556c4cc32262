package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.LoanRestated;

/** What a fact brings with it: earlier money may pay something else now, and the loan may be paid off. */
final class Restating {
    private Restating() {}

    /** The fact, and what follows from it. */
    static List<LoanEvent> after(Loan before, LoanEvent fact, LocalDate bookingDate, Instant at) {
        var events = new ArrayList<LoanEvent>();
        events.add(fact);
        var after = Telling.after(before, fact);
        var standing = Standing.of(after);
        var now = standing.atLast();
        var moves = Receiving.moves(after, standing, now);
        if (!moves.isEmpty()) {
            var because = after.transactions().size();
            events.add(new LoanRestated(after.id(), because, moves, bookingDate, at, after.accounting()));
        }
        if (now.paidOff() && after.state() == LoanState.ACTIVE) {
            events.add(new LoanPaidOff(after.id(), now.asOf(), at));
        }
        return events;
    }
}
