package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.LoanCommand.ReducePayout;
import tallystick.loan.api.LoanCommand.RejectPayout;
import tallystick.loan.api.LoanCommand.ReplaceLender;
import tallystick.loan.api.LoanCommand.StopPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LenderReplaced;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.PayeeCorrected;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReduced;
import tallystick.loan.api.LoanEvent.PayoutRejected;
import tallystick.loan.api.LoanEvent.PayoutStopAsked;
import tallystick.loan.api.Payee;
import tallystick.loan.api.PayoutLegs;
import tallystick.loan.terms.EngineTerms;

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
            var all = Telling.after(is, events.getFirst());
            events.add(new LoanActivated(
                    is.id(), is.booked().application(), firstDay(is, c), c.at(), Starting.payouts(all)));
        }
        return events;
    }

    private static Stream<Leg> others(Loan is, int leg) {
        return is.legs().stream().filter(other -> other.payee().leg() != leg);
    }

    private static LocalDate firstDay(Loan is, ConfirmPayout c) {
        return paidOn(others(is, c.leg()))
                .filter(day -> day.isBefore(c.valueDate()))
                .orElse(c.valueDate());
    }

    private static Optional<LocalDate> paidOn(Stream<Leg> legs) {
        return legs.map(Leg::paidOn).filter(Objects::nonNull).min(LocalDate::compareTo);
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

    /** Legs of one payee have one purpose; lenders who pay by themselves have one each. */
    static List<LoanEvent> correct(CorrectPayee c, Loan is) {
        var nr = c.payee().leg();
        var named = is.leg(nr).orElseThrow(() -> Refusals.payeeNotOpen(is, nr)).payee();
        var account = c.payee().account();
        var open = payees(is, named.purpose())
                .filter(leg -> leg.progress() == Leg.Progress.REJECTED)
                .filter(leg -> !leg.payee().account().equals(account))
                .toList();
        if (open.isEmpty()) {
            return done(is, named, account);
        }
        Changing.notHeld(is);
        return open.stream()
                .<LoanEvent>map(leg -> new PayeeCorrected(
                        is.id(), leg.payee().at(account), leg.attempt() + 1, c.by(), c.approvedBy(), c.at()))
                .toList();
    }

    /** A repeat finds nothing left to correct. */
    private static List<LoanEvent> done(Loan is, Payee named, Sealed account) {
        if (payees(is, named.purpose()).noneMatch(leg -> leg.payee().account().equals(account))) {
            throw Refusals.payeeNotOpen(is, named.leg());
        }
        return List.of();
    }

    private static Stream<Leg> payees(Loan is, String purpose) {
        return is.legs().stream().filter(leg -> leg.payee().purpose().equals(purpose));
    }

    /** Only of a leg that is proven not to be paid. */
    static List<LoanEvent> replace(ReplaceLender c, Loan is) {
        var leg = is.leg(c.leg()).orElseThrow(() -> Refusals.payeeNotOpen(is, c.leg()));
        if (c.bank().equals(leg.payee().bank())) {
            return List.of();
        }
        if (leg.progress() != Leg.Progress.REJECTED || is.state() == LoanState.CANCELLED) {
            throw Refusals.payeeNotOpen(is, c.leg());
        }
        Changing.notHeld(is);
        Owning.check(c.funding(), is.booked().bank());
        return List.of(new LenderReplaced(is.id(), leg.payee().by(c.bank()), leg.attempt() + 1, c.funding(), c.at()));
    }

    /** To what is proven to be paid, and only where nothing is open any more. */
    static List<LoanEvent> reduce(ReducePayout c, Loan is) {
        if (c.terms().equals(is.booked().terms())) {
            return List.of();
        }
        var open = is.state() == LoanState.PAYING_OUT || is.state() == LoanState.PARTLY_PAID_OUT;
        if (!open || !isPaid(c.terms().principal(), is)) {
            throw Refusals.notThatMuchPaid(is, c.terms().principal());
        }
        Changing.notHeld(is);
        EngineTerms.of(c.terms());
        Owning.check(c.funding(), is.booked().bank());
        var reduced = new PayoutReduced(is.id(), is.jurisdiction(), c.terms(), c.funding(), c.bookingDate(), c.at());
        var smaller = Telling.after(is, reduced);
        var first = paidOn(smaller.legs().stream()).orElseThrow();
        return List.of(
                reduced,
                new LoanActivated(is.id(), is.booked().application(), first, c.at(), Starting.payouts(smaller)));
    }

    private static boolean isPaid(Money amount, Loan is) {
        var paid = is.legs().stream()
                .filter(leg -> leg.progress() == Leg.Progress.PAID)
                .map(leg -> leg.payee().amount())
                .reduce(is.zero(), Money::plus);
        return paid.equals(amount) && is.legs().stream().noneMatch(leg -> leg.progress() == Leg.Progress.ORDERED);
    }

    /** Only what is still open can be stopped. */
    static List<LoanEvent> stop(StopPayout c, Loan is) {
        var open = is.legs().stream()
                .filter(leg -> leg.progress() == Leg.Progress.ORDERED)
                .map(leg -> PayoutLegs.order(is.id(), leg.payee().leg(), leg.attempt()))
                .toList();
        return open.isEmpty() ? List.of() : List.of(new PayoutStopAsked(is.id(), c.reason(), c.by(), c.at(), open));
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
