package tallystick.application.origination;

import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.AuditResult;
import tallystick.application.api.ApplicationCommand.TakeAuditResult;
import tallystick.application.api.ApplicationCommand.TakeBankDecline;
import tallystick.application.api.ApplicationCommand.TakeBankRevocation;
import tallystick.application.api.ApplicationCommand.TakeCancelled;
import tallystick.application.api.ApplicationCommand.TakePayoutDone;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationCommand.TakePayoutReturned;
import tallystick.application.api.ApplicationCommand.TakeReviewQuestion;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.lines.LineDoor;
import tallystick.application.offers.OfferMaker;
import tallystick.application.placement.Placements;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewEvent.QuestionAnswered;
import tallystick.audit.api.ReviewEvent.QuestionAsked;
import tallystick.audit.api.ReviewEvent.ReviewDecided;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.StopPayout;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.PayoutRejected;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.runtime.decide.Commands;

/**
 * Takes one application from submission to a funded loan, or to its end. Keeps ids only; the application owns its state,
 * so that a withdrawal and a payout are decided in one place. Every id it sends is derived: a repeat does nothing.
 */
public class Origination {
    private String application = "";
    private int placement;
    private String line = "";
    private String bank = "";
    private String amount = "";
    private boolean asked;
    private boolean answered;
    private boolean stopping;
    private boolean ended;

    @StartSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationSubmitted event, Commands commands) {
        application = event.application().value();
        commands.sendAndWait(Messages.openAudit(event));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(AuditDecided event, Commands commands, InstantSource clock) {
        var result = switch (event.outcome()) {
            case APPROVE -> AuditResult.APPROVED;
            case DECLINE -> AuditResult.DECLINED;
            case REFER -> AuditResult.REFERRED;
        };
        commands.sendAndWait(new TakeAuditResult(
                id(), event.audit(), result, event.limit(), event.annualRate(), event.grade(), clock.instant()));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(ReviewDecided event, Commands commands, InstantSource clock) {
        var result = event.outcome() == Outcome.APPROVE ? AuditResult.APPROVED : AuditResult.DECLINED;
        commands.sendAndWait(new TakeAuditResult(
                id(),
                new AuditId(event.audit().value()),
                result,
                event.amount(),
                event.annualRate(),
                null,
                clock.instant(),
                event.conditions()));
    }

    /** Of questions asked before they named their application nobody is told. */
    @SagaEventHandler(associationProperty = "application")
    public void on(QuestionAsked event, Commands commands) {
        passOn(event.audit(), true, event.at(), commands);
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(QuestionAnswered event, Commands commands) {
        passOn(event.audit(), false, event.at(), commands);
    }

    private void passOn(@Nullable AuditId audit, boolean open, Instant at, Commands commands) {
        if (audit != null) {
            commands.sendAndWait(new TakeReviewQuestion(id(), audit, open, at));
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationApproved event, Placements placements) {
        placements.next(id());
    }

    /** From here on the reservation ends by proof alone, since the bank is asked. */
    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementStarted event, Commands commands, LineDoor lines) {
        placement = event.placement();
        line = Messages.line(event);
        bank = event.bank().value();
        amount = event.amount().toString();
        asked = true;
        answered = false;
        SagaLifecycle.associateWith("instruction", event.instruction().value());
        lines.send(Messages.hold(line, event));
        commands.sendAndWait(Messages.requestCredit(event));
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(
            InstructionConfirmed event, Commands commands, InstantSource clock, LineDoor lines, Placements placements) {
        if (isCurrent(event.instruction())) {
            answered = true;
            if (ended) {
                giveBack("the bank's yes came too late", lines, clock);
            } else {
                commands.sendAndWait(Messages.approval(id(), placement, event.terms(), placements, clock.instant()));
            }
        }
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Commands commands, InstantSource clock, LineDoor lines) {
        if (isCurrent(event.instruction())) {
            answered = true;
            commands.sendAndWait(new TakeBankDecline(id(), placement, event.reason(), clock.instant()));
            giveBack("the bank declined", lines, clock);
        }
    }

    /** What is said of an attempt that is over says nothing of the one that runs. */
    private boolean isCurrent(InstructionId instruction) {
        return asked && instruction.equals(Placements.instruction(id(), placement));
    }

    /** What ended meanwhile has nothing left to wait for. */
    private void giveBack(String because, LineDoor lines, InstantSource clock) {
        lines.send(Messages.release(line, id(), placement, because, clock.instant()));
        if (ended) {
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementApproved event, Commands commands, OfferMaker offers, LineDoor lines) {
        lines.send(Messages.confirm(line, event));
        commands.sendAndWait(offers.offer(event));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementDeclined event, Placements placements) {
        placements.next(id());
    }

    /** A yes to what may not be offered is no contract: the bank is told, and the next one asked. */
    @SagaEventHandler(associationProperty = "application")
    public void on(
            PlacementRefused event, Commands commands, InstantSource clock, Placements placements, LineDoor lines) {
        cancelCredit(commands, clock);
        giveBack("the bank's terms may not be offered", lines, clock);
        placements.next(id());
    }

    /** A yes that is taken back before the payout: another bank is asked, under a new offer. */
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Commands commands, InstantSource clock) {
        if (isCurrent(event.instruction())) {
            commands.sendAndWait(new TakeBankRevocation(id(), placement, event.reason(), clock.instant()));
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementRevoked event, InstantSource clock, Placements placements, LineDoor lines) {
        giveBack("the bank took its approval back", lines, clock);
        placements.next(id());
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(AuditRenewed event, Commands commands, Renewals renewals) {
        commands.sendAndWait(renewals.openAudit(event));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PayoutOrdered event, Commands commands) {
        commands.sendAndWait(Messages.bookLoan(event));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(LoanActivated event, Commands commands, InstantSource clock) {
        commands.sendAndWait(new TakePayoutDone(id(), event.loan(), event.valueDate(), clock.instant()));
    }

    /** When a cancellation was asked for, the proof that nothing was paid ends it; otherwise somebody corrects the payee. */
    @SagaEventHandler(associationProperty = "application")
    public void on(PayoutRejected event, Commands commands, InstantSource clock) {
        if (stopping) {
            cancel(event.loan(), commands, clock);
        } else {
            commands.sendAndWait(new TakePayoutFailed(id(), event.loan(), event.reason(), clock.instant()));
        }
    }

    /** May come when all was done and this had ended: then it begins again, knowing only the application. */
    @StartSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(PayoutReturned event, Commands commands, InstantSource clock, Payees payees, LineDoor lines) {
        application = event.application().value();
        var reserved = payees.reserved(id());
        placement = reserved.placement();
        line = reserved.target().value();
        lines.send(reserved);
        commands.sendAndWait(new TakePayoutReturned(id(), event.loan(), event.reason(), clock.instant()));
        if (stopping) {
            cancel(event.loan(), commands, clock);
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PayeeApproved event, Commands commands, Payees payees) {
        commands.sendAndWait(payees.corrected(event));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(CancellationAsked event, Commands commands, InstantSource clock, Payees payees) {
        stopping = true;
        if (payees.payoutHasFailed(id())) {
            cancel(event.loan(), commands, clock);
        } else {
            commands.sendAndWait(new StopPayout(event.loan(), event.reason(), event.by(), clock.instant()));
        }
    }

    private void cancel(LoanId loan, Commands commands, InstantSource clock) {
        commands.sendAndWait(new CancelLoan(loan, "cancelled before the payout", "system", clock.instant()));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(LoanCancelled event, Commands commands, InstantSource clock, LineDoor lines) {
        lines.send(Messages.release(line, id(), placement, "the loan was cancelled", clock.instant()));
        commands.sendAndWait(new TakeCancelled(id(), event.reason(), clock.instant()));
    }

    /** A bank that has not answered may still say yes: then the line waits for proof, and a cancel is on its way. */
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationWithdrawn event, Commands commands, InstantSource clock, LineDoor lines) {
        undo("the application was withdrawn", commands, clock, lines);
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationExpired event, Commands commands, InstantSource clock, LineDoor lines) {
        undo("the offer expired", commands, clock, lines);
    }

    private void undo(String because, Commands commands, InstantSource clock, LineDoor lines) {
        ended = true;
        if (!asked) {
            SagaLifecycle.end();
            return;
        }
        cancelCredit(commands, clock);
        if (answered) {
            giveBack(because, lines, clock);
        }
    }

    private void cancelCredit(Commands commands, InstantSource clock) {
        commands.sendAndWait(
                Messages.cancelCredit(id(), placement, new BankId(bank), Money.parse(amount), clock.instant()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationDeclined event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationNotPlaced event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationCancelled event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationFunded event) {}

    private ApplicationId id() {
        return new ApplicationId(application);
    }
}
