package tallystick.application.origination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tallystick.application.DecidedBy;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand.AskBack;
import tallystick.application.api.ApplicationCommand.Paid;
import tallystick.application.api.ApplicationCommand.StartDraft;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ApplicationSubmitted;
import tallystick.application.api.ApplicationEvent.CancellationAsked;
import tallystick.application.api.ApplicationEvent.PayoutFailed;
import tallystick.application.api.Draft;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Query;
import tallystick.kernel.Rate;
import tallystick.kernel.Refusal;
import tallystick.kernel.Sealed;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.StopPayout;
import tallystick.loan.api.LoanEvent.PayoutRejected;
import tallystick.loan.api.PayoutLegs;
import tallystick.loan.api.PayoutLegs.Leg;
import tallystick.loan.api.PayoutLegs.Progress;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.Queries;

/** What a cancellation sends to a loan whose legs are not all in one state. */
class CancellationTest {
    private static final ApplicationId APP = new ApplicationId("app-1");
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final Money AMOUNT = Money.of("CNY", "12000.00");
    private static final Sealed SEALED = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, new byte[] {1});

    private final DecidedBy loan = new DecidedBy(this::cancelledOnceNothingIsOpen);
    private Progress second = Progress.ORDERED;
    private final Origination saga = new Origination();
    private Application application = drafted();

    private Object cancelledOnceNothingIsOpen(Addressed command) {
        if (second != Progress.REJECTED && command instanceof CancelLoan) {
            throw Refusal.of("money-moved", "Money may move", "A leg is open.").asException();
        }
        return command;
    }

    private static Application drafted() {
        var draft = new Draft(
                ProductId.named("cash-loan"),
                1,
                "BRANCH",
                "HOME",
                AMOUNT,
                3,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        var decider = Application.decider();
        return decider.after(
                null,
                decider.decide(new StartDraft(APP, draft, "olga", NOW), null).getFirst());
    }

    private void happened(ApplicationEvent event) {
        application = Application.decider().after(application, event);
    }

    private final class OneApplication implements Things {
        @Override
        @SuppressWarnings("unchecked")
        public <S> Map<String, Decided<S>> all(Class<S> states, Collection<String> ids) {
            return ids.stream().collect(Collectors.toMap(id -> id, id -> new Decided<>(id, 1, (S) application)));
        }
    }

    private final class OneLoan implements Queries {
        @Override
        @SuppressWarnings("unchecked")
        public <A> A ask(Query<A> query) {
            return (A) new PayoutLegs.Answer(List.of(leg(1, Progress.REJECTED), leg(2, second)));
        }

        private static Leg leg(int nr, Progress progress) {
            return new Leg(nr, new BankId("bank-" + nr), AMOUNT, progress, PayoutLegs.order(LOAN, nr, 1), null);
        }
    }

    @SuppressWarnings("NullAway") // No lender is asked for.
    private Payees payees() {
        return new Payees(new OneApplication(), new OneLoan(), null, () -> NOW);
    }

    private void submitted() {
        var agreement = new Agreement(
                "CN", "CNY", "P1M", Rate.of("0.06"), Rate.of("0.24"), Duration.ofDays(7), 0, "{}", null, null, null);
        saga.on(
                new ApplicationSubmitted(
                        APP,
                        new AuditId("audit-1"),
                        new PartyId("party-1"),
                        ProductId.named("cash-loan"),
                        1,
                        AMOUNT,
                        3,
                        "BRANCH",
                        "HOME",
                        SEALED,
                        SEALED,
                        SEALED,
                        SEALED,
                        agreement,
                        "olga",
                        NOW,
                        null,
                        null),
                loan);
        loan.sent().clear();
    }

    private void cancellationAsked() {
        var asked = new CancellationAsked(APP, LOAN, "no car", "olga", NOW);
        happened(asked);
        saga.on(asked, loan, () -> NOW, payees());
    }

    /** One lender did not pay; the other was ordered to and has not answered. */
    @Test
    void theLegThatIsOpenIsStoppedAlthoughAnotherFailed() {
        submitted();
        firstIsRejected();
        happened(new PayoutFailed(APP, LOAN, "closed", NOW));
        loan.sent().clear();
        cancellationAsked();
        assertThat(loan.sent()).hasExactlyElementsOfTypes(StopPayout.class, CancelLoan.class, TakePayoutFailed.class);
        loan.sent().clear();
        second = Progress.REJECTED;
        saga.on(new PayoutRejected(LOAN, APP, 2, 1, "stopped", NOW), loan, () -> NOW, payees());
        assertThat(loan.sent()).hasExactlyElementsOfTypes(CancelLoan.class);
    }

    private void firstIsRejected() {
        saga.on(new PayoutRejected(LOAN, APP, 1, 1, "closed", NOW), loan, () -> NOW, payees());
    }

    @Test
    void whatAnotherHasPaidIsAskedBack() {
        second = Progress.PAID;
        submitted();
        firstIsRejected();
        happened(new PayoutFailed(APP, LOAN, "closed", NOW));
        loan.sent().clear();
        cancellationAsked();
        var paid = new Paid(new BankId("bank-2"), PayoutLegs.order(LOAN, 2, 1), AMOUNT);
        assertThat(loan.sent())
                .hasExactlyElementsOfTypes(StopPayout.class, CancelLoan.class, AskBack.class)
                .last()
                .isEqualTo(new AskBack(APP, LOAN, List.of(paid), NOW));
    }

    @Test
    void whereNothingFailedTheBankAnswersFirst() {
        submitted();
        cancellationAsked();
        assertThat(loan.sent()).hasExactlyElementsOfTypes(StopPayout.class);
    }
}
