package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.LoanCommand.RejectPayout;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanCommand.StopPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.BucketChanged;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.PayeeCorrected;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutRejected;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.PayoutStopAsked;
import tallystick.loan.api.Payee;

/** The legs of the payout, each with the bank's proof. Only the order that is open counts. */
final class PayingOut {
    private PayingOut() {}

    static List<LoanEvent> confirm(ConfirmPayout c, Loan is) {
        var leg = is.leg(c.leg()).filter(known -> isOpen(known, c.attempt()));
        if (leg.isEmpty() || is.state() == LoanState.CANCELLED) {
            return List.of();
        }
        var events = new ArrayList<LoanEvent>();
        events.add(new PayoutConfirmed(
                is.id(),
                c.leg(),
                is.nextTransaction(),
                leg.get().payee().amount(),
                c.valueDate(),
                c.bookingDate(),
                c.at(),
                Owning.lender(leg.get().payee(), is)));
        if (others(is, c.leg()).allMatch(other -> other.progress() == Leg.Progress.PAID)) {
            events.add(new LoanActivated(is.id(), is.booked().application(), firstDay(is, c), c.at()));
        }
        return events;
    }

    private static java.util.stream.Stream<Leg> others(Loan is, int leg) {
        return is.legs().stream().filter(other -> other.payee().leg() != leg);
    }

    private static LocalDate firstDay(Loan is, ConfirmPayout c) {
        return others(is, c.leg())
                .map(Leg::paidOn)
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(c.valueDate()))
                .orElse(c.valueDate());
    }

    private static boolean isOpen(Leg leg, int attempt) {
        return leg.progress() == Leg.Progress.ORDERED && leg.attempt() == attempt;
    }

    static List<LoanEvent> reject(RejectPayout c, Loan is) {
        return is.leg(c.leg()).filter(leg -> isOpen(leg, c.attempt())).isPresent()
                ? List.of(new PayoutRejected(
                        is.id(), is.booked().application(), c.leg(), c.attempt(), c.reason(), c.at()))
                : List.of();
    }

    /** A final undone by a later fact: the money is back. Where the debt is gone already, the money is the customer's. */
    static List<LoanEvent> returned(ReturnPayout c, Loan is) {
        var leg = is.leg(c.leg())
                .filter(known -> known.progress() == Leg.Progress.PAID && known.attempt() == c.attempt());
        if (leg.isEmpty()) {
            return List.of();
        }
        var payee = leg.get().payee();
        return is.state() == LoanState.ACTIVE || is.state() == LoanState.PARTLY_PAID_OUT
                ? undone(c, is, payee)
                : held(c, is, payee.amount());
    }

    /** What was paid on a debt that is no more is held for its owner. */
    private static List<LoanEvent> undone(ReturnPayout c, Loan is, Payee payee) {
        var events = new ArrayList<LoanEvent>();
        var now = is;
        for (var moved : is.transactions()) {
            if (moved.pays()) {
                var taken = Reversing.backed(moved, now, c);
                events.addAll(taken);
                now = Telling.after(now, taken.getFirst());
            }
        }
        is.revisions().stream()
                .filter(revision -> !revision.capitalized().equals(nothing(is)))
                .map(revision -> new CapitalizationRestated(
                        is.id(), revision.nr(), nothing(is).minus(revision.capitalized()), c.bookingDate(), c.at()))
                .forEach(events::add);
        if (is.care().bucket() != null) {
            events.add(new BucketChanged(is.id(), is.care().bucket(), null, 0, is.zero(), c.bookingDate(), c.at()));
        }
        events.add(new PayoutReturned(
                is.id(),
                is.booked().application(),
                c.leg(),
                now.nextTransaction(),
                payee.amount(),
                c.reason(),
                c.valueDate(),
                c.bookingDate(),
                c.at(),
                Owning.lender(payee, is)));
        return events;
    }

    private static Parts nothing(Loan is) {
        return new Parts(is.zero(), is.zero(), is.zero(), is.zero(), is.zero());
    }

    private static List<LoanEvent> held(ReturnPayout c, Loan is, Money amount) {
        var reference = "payout/%d/%d".formatted(c.leg(), c.attempt());
        var why = "a payout came back; the loan is " + is.state();
        return is.knows(reference)
                ? List.of()
                : List.of(new MoneyHeld(is.id(), amount, c.valueDate(), reference, why, c.bookingDate(), c.at()));
    }

    static List<LoanEvent> correct(CorrectPayee c, Loan is) {
        var leg = is.leg(c.payee().leg())
                .orElseThrow(() -> Refusals.payeeNotOpen(is, c.payee().leg()));
        if (leg.payee().equals(c.payee())) {
            return List.of();
        }
        if (leg.progress() != Leg.Progress.REJECTED) {
            throw Refusals.payeeNotOpen(is, c.payee().leg());
        }
        var payee = new Payee(
                c.payee().leg(),
                c.payee().account(),
                c.payee().amount(),
                c.payee().purpose(),
                leg.payee().bank());
        return List.of(new PayeeCorrected(is.id(), payee, leg.attempt() + 1, c.by(), c.approvedBy(), c.at()));
    }

    /** Only what is still open can be stopped. */
    static List<LoanEvent> stop(StopPayout c, Loan is) {
        return is.legs().stream().anyMatch(leg -> leg.progress() == Leg.Progress.ORDERED)
                ? List.of(new PayoutStopAsked(is.id(), c.reason(), c.by(), c.at()))
                : List.of();
    }

    /** Only by proof that nothing moved: every order was rejected. */
    static List<LoanEvent> cancel(CancelLoan c, Loan is) {
        if (is.state() == LoanState.CANCELLED) {
            return List.of();
        }
        if (!is.legs().stream().allMatch(leg -> leg.progress() == Leg.Progress.REJECTED)) {
            throw Refusals.moneyMoved(is);
        }
        return List.of(new LoanCancelled(is.id(), is.booked().application(), c.reason(), c.by(), c.at()));
    }
}
