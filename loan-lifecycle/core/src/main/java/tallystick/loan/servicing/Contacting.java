package tallystick.loan.servicing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tallystick.loan.api.LoanCommand.CancelMandate;
import tallystick.loan.api.LoanCommand.NoteContact;
import tallystick.loan.api.LoanCommand.NoteFailedDebit;
import tallystick.loan.api.LoanCommand.PromisePayment;
import tallystick.loan.api.LoanCommand.RegisterMandate;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.ContactNoted;
import tallystick.loan.api.LoanEvent.DebitFailed;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.MandateCancelled;
import tallystick.loan.api.LoanEvent.MandateRegistered;
import tallystick.loan.api.LoanEvent.PromiseMade;

/** What people do to get a loan paid. */
final class Contacting {
    private Contacting() {}

    static List<LoanEvent> register(RegisterMandate c, Loan is) {
        if (is.borrowersAccount().isEmpty()) {
            throw Refusals.noAccount(is);
        }
        return Objects.equals(c.reference(), is.care().collecting().mandate())
                ? List.of()
                : List.of(new MandateRegistered(is.id(), c.reference(), c.by(), c.at()));
    }

    static List<LoanEvent> cancel(CancelMandate c, Loan is) {
        return is.care().collecting().mandate() == null
                ? List.of()
                : List.of(new MandateCancelled(is.id(), c.reason(), c.by(), c.at()));
    }

    /** A mandate is given for an account: for another one it is given anew. */
    static List<LoanEvent> another(Loan is, Grounds why, Instant at) {
        return is.care().collecting().mandate() == null
                ? List.of()
                : List.of(new MandateCancelled(is.id(), "another account", why.by(), at));
    }

    static List<LoanEvent> failed(NoteFailedDebit c, Loan is) {
        var collecting = is.care().collecting();
        return collecting.debitFailed() && !collecting.isOpen(c.instruction())
                ? List.of()
                : List.of(new DebitFailed(is.id(), c.instruction(), c.reason(), c.at()));
    }

    static List<LoanEvent> promise(PromisePayment c, Loan is) {
        var open = is.care().collecting().promise();
        if (open != null && open.promise().equals(c.promise())) {
            return List.of();
        }
        if (is.state() != LoanState.ACTIVE) {
            throw Refusals.notActive(is);
        }
        if (open != null) {
            throw Refusals.promiseOpen(open);
        }
        return List.of(new PromiseMade(is.id(), c.promise(), c.amount(), c.today(), c.until(), c.by(), c.at()));
    }

    /** What the policy forbids must not be done, so it is refused; nobody notes it afterwards as if it had been allowed. */
    static List<LoanEvent> note(NoteContact c, Loan is) {
        if (is.care().hold() != null) {
            throw Refusals.onHold(is);
        }
        var policy = c.policy();
        if (c.localTime().isBefore(policy.from()) || !c.localTime().isBefore(policy.to())) {
            throw Refusals.contactAtThisHour(policy, c.localTime());
        }
        if (is.care().collecting().contactsSince(c.at(), policy.days()) >= policy.attempts()) {
            throw Refusals.contactedOften(is, policy);
        }
        return List.of(new ContactNoted(is.id(), c.contact(), c.channel(), c.outcome(), c.by(), c.at()));
    }
}
