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
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.kernel.Refusal;
import tallystick.kernel.Sealed;
import tallystick.loan.api.LoanCommand.CancelLoan;
import tallystick.loan.api.LoanCommand.StopPayout;
import tallystick.loan.api.LoanEvent.PayoutRejected;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;

/** What a cancellation sends to a loan whose legs are not all in one state. */
class CancellationTest {
    private static final ApplicationId APP = new ApplicationId("app-1");
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final Money AMOUNT = Money.of("CNY", "12000.00");
    private static final Sealed SEALED = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, new byte[] {1});

    private final DecidedBy loan = new DecidedBy(this::cancelledOnceNothingIsOpen);
    private boolean legIsOpen = true;
    private final Origination saga = new Origination();
    private Application application = drafted();

    private Object cancelledOnceNothingIsOpen(Addressed command) {
        if (legIsOpen && command instanceof CancelLoan) {
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

    @SuppressWarnings("NullAway") // No lender is asked for.
    private Payees payees() {
        return new Payees(new OneApplication(), null, () -> NOW);
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
        saga.on(new PayoutRejected(LOAN, APP, 1, 1, "closed", NOW), loan, () -> NOW);
        happened(new PayoutFailed(APP, LOAN, "closed", NOW));
        loan.sent().clear();
        cancellationAsked();
        assertThat(loan.sent()).hasExactlyElementsOfTypes(StopPayout.class, CancelLoan.class, TakePayoutFailed.class);
        loan.sent().clear();
        legIsOpen = false;
        saga.on(new PayoutRejected(LOAN, APP, 2, 1, "stopped", NOW), loan, () -> NOW);
        assertThat(loan.sent()).hasExactlyElementsOfTypes(CancelLoan.class);
    }

    @Test
    void whereNothingFailedTheBankAnswersFirst() {
        submitted();
        cancellationAsked();
        assertThat(loan.sent()).hasExactlyElementsOfTypes(StopPayout.class);
    }
}
