package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ChargeFee;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.*;
import tallystick.loan.api.Owed;
import tallystick.loan.api.Source;

/**
 * Changes of what is owed by hand: within the authority of one person they happen at once, above it when another person
 * approves exactly what was proposed.
 */
final class Changing {
    private Changing() {}

    static List<LoanEvent> charge(ChargeFee c, Loan is) {
        if (is.charges().stream().anyMatch(known -> known.reference().equals(c.reference()))) {
            return List.of();
        }
        active(is);
        notHeld(is);
        var fact = new FeeCharged(
                is.id(),
                is.charges().size() + 1,
                c.reference(),
                c.kind(),
                c.name(),
                c.amount(),
                c.date(),
                c.due(),
                c.by(),
                c.at(),
                null);
        return Restating.after(is, fact, c.bookingDate(), c.at());
    }

    static List<LoanEvent> propose(ProposeChange c, Loan is) {
        if (is.proposal(c.change()).isPresent()) {
            return List.of();
        }
        check(c.what(), is, c.date());
        var hash = Proposal.hash(is.id(), c.what(), c.reason(), c.date());
        var proposed = new ChangeProposed(is.id(), c.change(), c.what(), c.reason(), hash, c.date(), c.by(), c.at());
        var events = new ArrayList<LoanEvent>();
        events.add(proposed);
        if (mayAlone(c.what()) && !stake(c.what(), is, c.date()).isMoreThan(c.limit())) {
            var grounds = new Grounds(c.change(), c.reason(), c.by(), null);
            events.add(new ChangeApproved(is.id(), c.change(), c.by(), c.at()));
            events.addAll(effects(c.what(), is, c.date(), c.bookingDate(), grounds, c.at()));
        }
        return events;
    }

    static List<LoanEvent> approve(ApproveChange c, Loan is) {
        var proposal = is.proposal(c.change()).orElseThrow(() -> Refusals.changeUnknown(c.change()));
        var again = Owning.isUnpaid(proposal);
        if (proposal.approvedBy() != null && !again) {
            return List.of();
        }
        if (proposal.by().equals(c.by())) {
            throw Refusals.fourEyes(proposal);
        }
        if (!proposal.hash().equals(c.hash())) {
            throw Refusals.hashChanged(proposal);
        }
        if (again) {
            return Owning.payAgain(proposal, is, c.bookingDate(), c.at());
        }
        check(proposal.what(), is, proposal.date());
        var grounds = new Grounds(proposal.id(), proposal.reason(), proposal.by(), c.by());
        var events = new ArrayList<LoanEvent>();
        events.add(new ChangeApproved(is.id(), proposal.id(), c.by(), c.at()));
        events.addAll(effects(proposal.what(), is, proposal.date(), c.bookingDate(), grounds, c.at()));
        return events;
    }

    /** What would be wrong with it now. */
    private static void check(Change what, Loan is, LocalDate date) {
        switch (what) {
            case Change.WaiveFee waiver -> {
                var charge = is.charge(waiver.charge()).orElseThrow(() -> Refusals.chargeUnknown(waiver.charge()));
                atMost(waiver.amount(), charge.left(), "of the charge", is);
            }
            case Change.RefundCredit refund -> {
                notHeld(is);
                Refunds.check(refund, is, date);
            }
            case Change.ChargeOff _ -> once(is.care().chargedOff(), "charged off", is);
            case Change.WriteOff _ -> once(is.care().writtenOff(), "written off", is);
            case Change.Forgive forgiveness -> {
                active(is);
                atMost(forgiveness.amount(), owed(forgiveness.component(), is, date), "of debt", is);
            }
            case Change.EnterRepayment _, Change.Classify _ -> active(is);
            case Change.Reverse reversal -> Reversing.check(reversal.transaction(), is);
            case Change.VoidGuarantee undone -> Guarantees.check(undone, is);
            case Change.NameAccount _ -> {}
            case Change.NameGuarantor name -> {
                active(is);
                Guarantees.check(name, is);
            }
            case Change.ChangeTerms change -> {
                active(is);
                Agreeing.check(change.to(), is, date);
            }
            case Change.SellShare sale -> {
                active(is);
                Owning.check(sale, is);
            }
            case Change.PayGuarantee payment -> {
                active(is);
                Guarantees.check(payment, is, date);
            }
        }
    }

    private static Money owed(@Nullable Owed component, Loan is, LocalDate date) {
        var payoff = Standing.of(is).payoff(date);
        return switch (component) {
            case null -> payoff.total();
            case PRINCIPAL -> payoff.principal();
            case INTEREST -> payoff.interest();
            case FEE -> payoff.fees();
            case PENALTY -> payoff.penalties();
        };
    }

    static void atMost(Money wanted, Money there, String of, Loan is) {
        if (wanted.isMoreThan(there)) {
            throw Refusals.tooMuch(is, wanted, there, of);
        }
    }

    private static void once(boolean done, String what, Loan is) {
        active(is);
        if (done) {
            throw Refusals.doneAlready(is, what);
        }
    }

    private static void active(Loan is) {
        if (is.state() != LoanState.ACTIVE) {
            throw Refusals.notActive(is);
        }
    }

    static void notHeld(Loan is) {
        if (is.care().hold() != null) {
            throw Refusals.onHold(is);
        }
    }

    /**
     * What is told of closed days, or by a bank, two people change, whatever the amount; two have a bank pay credit out, and
     * undo what a guarantor paid; and two sell, since a price says nothing of what is sold for it, and class a loan.
     */
    private static boolean mayAlone(Change what) {
        return switch (what) {
            case Change.EnterRepayment _,
                    Change.Reverse _,
                    Change.SellShare _,
                    Change.VoidGuarantee _,
                    Change.NameGuarantor _,
                    Change.NameAccount _,
                    Change.Classify _ -> false;
            case Change.RefundCredit refund -> refund.reference() != null;
            case Change.WaiveFee _,
                    Change.ChargeOff _,
                    Change.WriteOff _,
                    Change.Forgive _,
                    Change.PayGuarantee _,
                    Change.ChangeTerms _ -> true;
        };
    }

    /** The money that is at stake, for the authority to do it alone. */
    private static Money stake(Change what, Loan is, LocalDate date) {
        return switch (what) {
            case Change.Classify _, Change.NameGuarantor _, Change.NameAccount _ -> is.zero();
            case Change.WaiveFee waiver -> waiver.amount();
            case Change.RefundCredit refund -> refund.amount();
            case Change.Forgive forgiveness -> forgiveness.amount();
            case Change.SellShare sale -> sale.price();
            case Change.PayGuarantee payment -> payment.amount();
            case Change.EnterRepayment entry -> entry.amount();
            case Change.Reverse reversal ->
                Reversing.check(reversal.transaction(), is).amount();
            case Change.VoidGuarantee undone ->
                Guarantees.check(undone, is).parts().debt();
            case Change.ChargeOff _, Change.WriteOff _, Change.ChangeTerms _ ->
                Standing.of(is).on(date).outstanding().total();
        };
    }

    private static List<LoanEvent> effects(
            Change what, Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        return switch (what) {
            case Change.Classify _, Change.NameGuarantor _ -> List.of();
            case Change.NameAccount _ -> Contacting.another(is, why, at);
            case Change.WaiveFee waiver ->
                Restating.after(
                        is, new FeeWaived(is.id(), waiver.charge(), waiver.amount(), date, why, at), bookingDate, at);
            case Change.RefundCredit refund -> Refunds.decided(refund, is, date, bookingDate, why, at);
            case Change.ChargeOff _ -> List.of(new LoanChargedOff(is.id(), lost(is, date), date, bookingDate, why, at));
            case Change.WriteOff _ -> writeOff(is, date, bookingDate, why, at);
            case Change.SellShare sale -> Owning.sell(sale, is, date, bookingDate, why, at);
            case Change.PayGuarantee payment -> Guarantees.decided(payment, is, date, bookingDate, why, at);
            case Change.VoidGuarantee undone -> Guarantees.voided(undone, is, bookingDate, why, at);
            case Change.Forgive forgiveness -> forgive(forgiveness, is, date, bookingDate, why, at);
            case Change.EnterRepayment entry -> Receiving.receive(entered(entry, is, bookingDate, why, at), is);
            case Change.Reverse reversal -> Reversing.reverse(reversed(reversal, is, bookingDate, why, at), is);
            case Change.ChangeTerms change -> Agreeing.change(change.to(), is, date, bookingDate, why, at);
        };
    }

    private static ReceiveRepayment entered(
            Change.EnterRepayment entry, Loan is, LocalDate bookingDate, Grounds why, Instant at) {
        return new ReceiveRepayment(
                is.id(),
                entry.amount(),
                entry.valueDate(),
                bookingDate,
                Source.OFFICER_ENTRY,
                why.change(),
                entry.reference(),
                null,
                why.by(),
                at);
    }

    private static ReverseTransaction reversed(
            Change.Reverse reversal, Loan is, LocalDate bookingDate, Grounds why, Instant at) {
        return new ReverseTransaction(
                is.id(), reversal.transaction(), reversal.reason(), reversal.date(), bookingDate, why.by(), at);
    }

    private static Parts lost(Loan is, LocalDate date) {
        var standing = Standing.of(is);
        return standing.owed(standing.on(date));
    }

    /** What is not a loss yet becomes one first. */
    private static List<LoanEvent> writeOff(Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        var lost = lost(is, date);
        var off = new LoanWrittenOff(is.id(), lost, date, bookingDate, why, at);
        return is.care().chargedOff()
                ? List.of(off)
                : List.of(new LoanChargedOff(is.id(), lost, date, bookingDate, why, at), off);
    }

    private static List<LoanEvent> forgive(
            Change.Forgive forgiveness, Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        var moved = Transaction.forgiven(
                is.nextTransaction(), forgiveness.amount(), date, at, why.change(), null, forgiveness.component());
        var standing = Standing.of(is);
        var parts = standing.parts(standing.with(moved), moved.id());
        var fact = new DebtForgiven(
                is.id(),
                moved.nr(),
                moved.amount(),
                parts,
                date,
                bookingDate,
                why,
                at,
                is.accounting(),
                forgiveness.component());
        return Restating.after(is, fact, bookingDate, at);
    }
}
