package tallystick.application.origination;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
import tallystick.kernel.Refused;
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
    private int banks = 1;
    private int lender;
    private boolean asked;
    private boolean answered;
    private boolean takenBack;
    private @Nullable String takenBackBy;
    private List<Integer> failedLegs = List.of();
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

    /** Of several banks the first is asked; the next when it has agreed. */
    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementStarted event, Commands commands, InstantSource clock, Lenders lenders) {
        placement = event.placement();
        lender = 0;
        asked = true;
        answered = false;
        takenBack = false;
        var lending = lenders.of(event);
        banks = lending.instructions().size();
        lending.instructions().forEach(instruction -> SagaLifecycle.associateWith("instruction", instruction.value()));
        if (lending.hold(event.at())) {
            lending.ask(lender, event.at());
        } else {
            declined("what was reserved has run out", null, 0, commands, clock, lenders);
        }
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(
            InstructionConfirmed event,
            Commands commands,
            InstantSource clock,
            Placements placements,
            Lenders lenders) {
        if (!isCurrent(event.instruction())) {
            return;
        }
        if (ended) {
            answered = true;
            giveBack("the bank's yes came too late", lenders);
        } else if (takenBack) {
            declined("the approval was taken back", bank(takenBackBy), lender + 1, commands, clock, lenders);
        } else if (event.terms() == null && lender < banks - 1) {
            lenders.of(id(), placement).ask(lender + 1, clock.instant());
            lender++;
        } else {
            answered = true;
            var shared = lenders.of(id(), placement).isShared();
            commands.sendAndWait(
                    Messages.approval(id(), placement, event.terms(), shared, placements, clock.instant()));
        }
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Commands commands, InstantSource clock, Lenders lenders) {
        if (isCurrent(event.instruction())) {
            declined(event.reason(), event.bank(), lender, commands, clock, lenders);
        }
    }

    /** Of those who lend together all agree or none. */
    private void declined(
            String reason, @Nullable BankId by, int agreed, Commands commands, InstantSource clock, Lenders lenders) {
        answered = true;
        lenders.of(id(), placement).cancel(agreed);
        commands.sendAndWait(new TakeBankDecline(id(), placement, reason, clock.instant(), by));
        giveBack("the bank declined", lenders);
    }

    private static @Nullable BankId bank(@Nullable String name) {
        return name == null ? null : new BankId(name);
    }

    private boolean isOfThisAttempt(InstructionId instruction) {
        return IntStream.range(0, banks)
                .anyMatch(bank -> instruction.equals(Placements.instruction(id(), placement, bank)));
    }

    /** What is said of an attempt that is over says nothing of the one that runs. */
    private boolean isCurrent(InstructionId instruction) {
        return asked && instruction.equals(Placements.instruction(id(), placement, lender));
    }

    /** What ended meanwhile has nothing left to wait for. */
    private void giveBack(String because, Lenders lenders) {
        lenders.of(id(), placement).giveBack(because);
        if (ended) {
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementApproved event, Commands commands, OfferMaker offers, Lenders lenders) {
        lenders.of(id(), event.placement()).confirm(event.amount(), event.at());
        commands.sendAndWait(offers.offer(event));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementDeclined event, Placements placements) {
        placements.next(id());
    }

    /** A yes to what may not be offered is no contract: the bank is told, and the next one asked. */
    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementRefused event, Placements placements, Lenders lenders) {
        lenders.of(id(), placement).cancel(lender + 1);
        giveBack("the bank's terms may not be offered", lenders);
        placements.next(id());
    }

    /** A yes that is taken back before the payout: another bank is asked, under a new offer. */
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Commands commands, InstantSource clock) {
        if (asked && isOfThisAttempt(event.instruction())) {
            takenBack = true;
            takenBackBy = event.bank().value();
            commands.sendAndWait(
                    new TakeBankRevocation(id(), placement, event.reason(), clock.instant(), event.bank()));
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PlacementRevoked event, Placements placements, Lenders lenders) {
        if (banks > 1) {
            lenders.of(id(), placement).cancel(lender + 1);
        }
        giveBack("the bank took its approval back", lenders);
        placements.next(id());
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(AuditRenewed event, Commands commands, Renewals renewals) {
        commands.sendAndWait(renewals.openAudit(event));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PayoutOrdered event, Commands commands, Lenders lenders) {
        commands.sendAndWait(Messages.bookLoan(event, lenders.contracted(id()).funding()));
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(LoanActivated event, Commands commands, InstantSource clock) {
        commands.sendAndWait(new TakePayoutDone(id(), event.loan(), event.valueDate(), clock.instant()));
    }

    /** When a cancellation was asked for, the proof that nothing was paid ends it; otherwise somebody corrects the payee. */
    @SagaEventHandler(associationProperty = "application")
    public void on(PayoutRejected event, Commands commands, InstantSource clock) {
        failed(event.leg());
        if (stopping) {
            cancel(event.loan(), commands, clock);
        } else {
            commands.sendAndWait(
                    new TakePayoutFailed(id(), event.loan(), event.reason(), clock.instant(), event.leg()));
        }
    }

    /** May come when all was done and this had ended: then it begins again, knowing only the application. */
    @StartSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(PayoutReturned event, Commands commands, InstantSource clock, Payees payees) {
        application = event.application().value();
        placement = payees.reopened(id());
        failed(event.leg());
        commands.sendAndWait(new TakePayoutReturned(id(), event.loan(), event.reason(), clock.instant()));
        if (stopping) {
            cancel(event.loan(), commands, clock);
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(PayeeApproved event, Commands commands, Payees payees) {
        failedLegs.forEach(leg -> commands.sendAndWait(payees.corrected(event, leg)));
        failedLegs = List.of();
        stopping = false;
    }

    /** Each lender that pays its share by itself has a leg of its own. */
    private void failed(int leg) {
        var all = new TreeSet<>(failedLegs);
        all.add(leg);
        failedLegs = List.copyOf(all);
    }

    /** Where one leg has failed another may still be with its bank: what is open is stopped, whatever failed. */
    @SagaEventHandler(associationProperty = "application")
    public void on(CancellationAsked event, Commands commands, InstantSource clock, Payees payees) {
        stopping = true;
        commands.sendAndWait(new StopPayout(event.loan(), event.reason(), event.by(), clock.instant()));
        if (payees.payoutHasFailed(id())) {
            cancel(event.loan(), commands, clock);
        }
    }

    /** While another lender may still pay its share, or has paid it, the loan goes on: somebody completes it or waits. */
    private void cancel(LoanId loan, Commands commands, InstantSource clock) {
        try {
            commands.sendAndWait(new CancelLoan(loan, "cancelled before the payout", "system", clock.instant()));
        } catch (Refused moneyMoved) {
            commands.sendAndWait(
                    new TakePayoutFailed(id(), loan, moneyMoved.refusal().detail(), clock.instant()));
        }
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(LoanCancelled event, Commands commands, InstantSource clock, Lenders lenders) {
        lenders.of(id(), placement).giveBack("the loan was cancelled");
        commands.sendAndWait(new TakeCancelled(id(), event.reason(), clock.instant()));
    }

    /** A bank that has not answered may still say yes: then the line waits for proof, and a cancel is on its way. */
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationWithdrawn event, Lenders lenders) {
        undo("the application was withdrawn", lenders);
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationExpired event, Lenders lenders) {
        undo("the offer expired", lenders);
    }

    private void undo(String because, Lenders lenders) {
        ended = true;
        if (!asked) {
            SagaLifecycle.end();
            return;
        }
        lenders.of(id(), placement).cancel(lender + 1);
        if (answered) {
            giveBack(because, lenders);
        }
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
