package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.LoanCommand.RejectPayout;
import tallystick.loan.api.LoanCommand.StopPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.PayeeCorrected;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutRejected;
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
