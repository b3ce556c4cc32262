package tallystick.loan.servicing;

import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.BucketChanged;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.Payee;

/**
 * A payout that comes back, at times weeks after the loan had begun: a final undone by a later fact. The debt is no more, and
 * neither is what was built on it.
 */
final class Undoing {
    private Undoing() {}

    static List<LoanEvent> returned(ReturnPayout c, Loan is) {
        return is.leg(c.leg())
                .filter(known -> known.progress() == Leg.Progress.PAID && known.attempt() == c.attempt())
                .map(leg -> returned(c, is, leg.payee()))
                .orElse(List.of());
    }

    private static List<LoanEvent> returned(ReturnPayout c, Loan is, Payee payee) {
        return switch (is.state()) {
            case PAYING_OUT, PARTLY_PAID_OUT, ACTIVE ->
                isSettledOtherwise(is) ? held(c, is, payee) : undone(c, is, payee);
            case BOOKED, PAID_OFF, CANCELLED, WITHDRAWN, SOLD -> held(c, is, payee);
        };
    }

    /**
     * A loss that is booked, a guarantor's claim, or money that went back, is not undone by a rule: a person looks at what came
     * back.
     */
    private static boolean isSettledOtherwise(Loan is) {
        return is.care().chargedOff()
                || !is.subrogations().isEmpty()
                || is.transactions().stream().anyMatch(Transaction::isRefund);
    }

    private static List<LoanEvent> undone(ReturnPayout c, Loan is, Payee payee) {
        var events = new ArrayList<LoanEvent>();
        var transaction = takeBack(c, is, events);
        agreedNoMore(c, is, events);
        events.addAll(LateFees.takenBack(is, c.bookingDate(), c.at()));
        var late = is.care().bucket();
        if (late != null) {
            events.add(new BucketChanged(is.id(), late, null, 0, is.zero(), c.bookingDate(), c.at()));
        }
        events.add(new PayoutReturned(
                is.id(),
                is.booked().application(),
                c.leg(),
                transaction,
                payee.amount(),
                c.reason(),
                c.valueDate(),
                c.bookingDate(),
                c.at(),
                Owning.lender(payee, is)));
        return events;
    }

    /**
     * What was paid is held for its owner, what was let off comes back, and what interest became by plan is no principal;
     * says the number of the next transaction.
     */
    private static int takeBack(ReturnPayout c, Loan is, List<LoanEvent> events) {
        var now = is;
        for (var moved : is.transactions()) {
            if (moved.pays()) {
                var taken = Reversing.backed(moved, now, c);
                events.addAll(taken);
                now = Telling.after(now, taken.getFirst());
            }
        }
        var capitalized = AddingInterest.takenBack(now, c.valueDate(), c.bookingDate(), c.at());
        if (capitalized.isPresent()) {
            events.add(capitalized.get());
            now = Telling.after(now, capitalized.get());
        }
        return now.nextTransaction();
    }

    /** Nothing is capitalized of a debt that is no more. */
    private static void agreedNoMore(ReturnPayout c, Loan is, List<LoanEvent> events) {
        var nothing = Standing.of(is).nothing();
        for (var revision : is.revisions()) {
            if (!revision.capitalized().equals(nothing)) {
                var less = nothing.minus(revision.capitalized());
                events.add(new CapitalizationRestated(is.id(), revision.nr(), less, c.bookingDate(), c.at()));
            }
        }
    }

    /** Where the debt is gone already, the money is the customer's. */
    private static List<LoanEvent> held(ReturnPayout c, Loan is, Payee payee) {
        var reference = "payout/%d/%d".formatted(c.leg(), c.attempt());
        var why = "a payout came back; the loan is %s%s"
                .formatted(is.state(), is.care().chargedOff() ? ", charged off" : "");
        return is.knows(reference)
                ? List.of()
                : List.of(new MoneyHeld(
                        is.id(),
                        payee.amount(),
                        c.valueDate(),
                        reference,
                        why,
                        c.bookingDate(),
                        c.at(),
                        Accounting.PAYOUT_RETURN,
                        Owning.lender(payee, is)));
    }
}
