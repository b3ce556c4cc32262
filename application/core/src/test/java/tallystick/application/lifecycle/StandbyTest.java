package tallystick.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationCommand.AskCancellation;
import tallystick.application.api.ApplicationCommand.LetStandIn;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationCommand.TakeStandbyDecline;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Considered.Standby;
import tallystick.application.api.Draft;
import tallystick.application.api.Offer;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** Who stands by is asked once, for the share of one, and takes its place or does not. */
class StandbyTest {
    private static final ApplicationId APP = new ApplicationId("app-1");
    private static final PartyId PARTY = new PartyId("party-1");
    private static final ProductId CASH = ProductId.named("cash-loan");
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final Money AMOUNT = Money.of("CNY", "12000.00");
    private static final Rate RATE = Rate.of("0.12");
    private static final Sealed SEALED = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, new byte[] {1});
    private static final Share LEAD = share("sandbox", "0.7", "8400.00");
    private static final Share PARTNER = share("west", "0.3", "3600.00");
    private static final Share STANDBY = share("east", "0.3", "3600.00");

    private @Nullable Application application;

    StandbyTest() {
        var draft = new Draft(
                CASH, 1, null, null, AMOUNT, 3, null, List.of(), List.of(), null, null, null, null, null, null);
        var agreement = new Agreement(
                "CN", "CNY", "P1M", Rate.of("0.06"), Rate.of("0.24"), Duration.ofDays(7), 0, "{}", null, null, null);
        var bank = new BankId("sandbox");
        var offer = new Offer(1, 1, bank, AMOUNT, 3, RATE, "{}", "{}", "hash", NOW.plus(Duration.ofDays(7)));
        given(
                new DraftStarted(APP, draft, "olga", NOW),
                new ApplicationSubmitted(
                        APP,
                        new AuditId("audit-1"),
                        PARTY,
                        CASH,
                        1,
                        AMOUNT,
                        3,
                        null,
                        null,
                        SEALED,
                        SEALED,
                        SEALED,
                        SEALED,
                        agreement,
                        "olga",
                        NOW,
                        null,
                        null),
                new PlacementStarted(
                        APP,
                        PARTY,
                        List.of(programme()),
                        1,
                        bank,
                        new InstructionId("instr-1"),
                        AMOUNT,
                        3,
                        RATE,
                        SEALED,
                        NOW),
                new OfferMade(APP, offer, NOW),
                new OfferAccepted(APP, 1, "document", PARTY, "olga", NOW, null),
                new PayoutOrdered(APP, LOAN, PARTY, CASH, 1, offer, SEALED, agreement, NOW, null));
    }

    private static Share share(String bank, String share, String amount) {
        return new Share(
                new BankId(bank), new BigDecimal(share), FundingLineId.named(bank), Money.of("CNY", amount), null);
    }

    private static Considered programme() {
        return new Considered(
                1,
                LEAD.bank(),
                ProgrammeId.named("together"),
                1,
                List.of(),
                LEAD.fundingLine(),
                RATE,
                List.of(LEAD, PARTNER),
                new Standby(STANDBY.bank(), STANDBY.fundingLine(), null));
    }

    private void given(ApplicationEvent... events) {
        for (var event : events) {
            application = Telling.after(application, event);
        }
    }

    private List<ApplicationEvent> when(ApplicationCommand command) {
        var events = Deciding.decide(command, application);
        given(events.toArray(ApplicationEvent[]::new));
        return events;
    }

    private static TakePayoutFailed failed(int leg) {
        return new TakePayoutFailed(APP, LOAN, "closed", NOW, leg);
    }

    private static TakeStandbyDecline declined() {
        return new TakeStandbyDecline(APP, LOAN, 2, "full", NOW);
    }

    private void payeeApproved() {
        given(new PayeeApproved(APP, LOAN, SEALED, "olga", "paul", NOW));
    }

    @Test
    void itIsCalledForTheShareOfAPartnerOnce() {
        assertThat(when(failed(2))).containsExactly(new StandbyCalled(APP, LOAN, 1, 2, STANDBY, "closed", NOW));
        assertThat(when(failed(2))).as("a repeat").isEmpty();
        assertThat(Objects.requireNonNull(application).state()).isEqualTo(State.PAYING_OUT);
    }

    @Test
    void withWhomTheMoneyArrivesNobodyReplaces() {
        assertThat(when(failed(1))).hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    @Test
    void whoStopsGetsNobodyElse() {
        when(new AskCancellation(APP, "no car", "olga", NOW));
        assertThat(when(failed(2))).hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    @Test
    void itTakesTheShareAndTheOthersKeepTheirs() {
        assertThat(when(new LetStandIn(APP, LOAN, 2, NOW))).as("not called").isEmpty();
        when(failed(2));
        assertThat(when(new LetStandIn(APP, LOAN, 2, NOW)))
                .containsExactly(new StandbyStoodIn(APP, LOAN, 1, 2, List.of(LEAD, STANDBY), NOW));
        assertThat(when(new LetStandIn(APP, LOAN, 2, NOW))).as("a repeat").isEmpty();
        assertThat(when(failed(2))).as("it does not pay either").hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    @Test
    void itsNoIsTheEndOfThePayout() {
        when(failed(2));
        assertThat(when(declined())).hasExactlyElementsOfTypes(StandbyDeclined.class, PayoutFailed.class);
        assertThat(when(declined())).as("a repeat").isEmpty();
        payeeApproved();
        assertThat(when(failed(2))).as("it is asked once").hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    /** The lead had not paid either; its payee was corrected, and with it the share was ordered again. */
    @Test
    void itsNoFailsNoPayoutThatRunsAgain() {
        when(failed(2));
        when(failed(1));
        payeeApproved();
        assertThat(when(declined())).hasExactlyElementsOfTypes(StandbyDeclined.class);
        assertThat(Objects.requireNonNull(application).state()).isEqualTo(State.PAYING_OUT);
    }
}
