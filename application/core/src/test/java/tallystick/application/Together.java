package tallystick.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Considered.Standby;
import tallystick.application.api.Draft;
import tallystick.application.api.Offer;
import tallystick.application.lifecycle.Application;
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
import tallystick.loan.api.Terms;
import tallystick.runtime.web.json.WebJson;

/** An application whose payout two banks were ordered to pay, each its share, while a third stands by. */
public final class Together {
    public static final ApplicationId APP = new ApplicationId("app-1");
    public static final LoanId LOAN = new LoanId("loan-1");
    public static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    public static final Rate RATE = Rate.of("0.12");
    public static final Sealed SEALED = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, new byte[] {1});
    public static final Share LEAD = share("sandbox", "0.7", "8400.00");
    public static final Share PARTNER = share("west", "0.3", "3600.00");
    public static final Share STANDBY = share("east", "0.3", "3600.00");
    private static final PartyId PARTY = new PartyId("party-1");
    private static final ProductId CASH = ProductId.named("cash-loan");
    private static final Money AMOUNT = Money.of("CNY", "12000.00");
    private static final Agreement AGREEMENT = new Agreement(
            "CN", "CNY", "P1M", Rate.of("0.06"), Rate.of("0.24"), Duration.ofDays(7), 0, "{}", null, null, null);
    public static final ApplicationSubmitted SUBMITTED = new ApplicationSubmitted(
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
            AGREEMENT,
            "olga",
            NOW,
            null,
            null);

    private @Nullable Application application;

    private Together(@Nullable Standby standby) {
        var draft = new Draft(
                CASH, 1, null, null, AMOUNT, 3, null, List.of(), List.of(), null, null, null, null, null, null);
        var offer = offer(1, "12000.00");
        given(
                new DraftStarted(APP, draft, "olga", NOW),
                SUBMITTED,
                new PlacementStarted(
                        APP,
                        PARTY,
                        List.of(programme(standby)),
                        1,
                        LEAD.bank(),
                        new InstructionId("instr-1"),
                        AMOUNT,
                        3,
                        RATE,
                        SEALED,
                        NOW),
                new OfferMade(APP, offer, NOW),
                new OfferAccepted(APP, 1, "document", PARTY, "olga", NOW, null),
                new PayoutOrdered(APP, LOAN, PARTY, CASH, 1, offer, SEALED, AGREEMENT, NOW, null));
    }

    public static Together stoodBy() {
        return new Together(new Standby(STANDBY.bank(), STANDBY.fundingLine(), null));
    }

    public static Together alone() {
        return new Together(null);
    }

    /** Good for a week. */
    public static Offer offer(int nr, String amount) {
        var money = Money.of("CNY", amount);
        var terms = WebJson.get().writeValueAsString(terms(money));
        return new Offer(nr, 1, LEAD.bank(), money, 3, RATE, terms, "{}", "hash-" + nr, NOW.plus(Duration.ofDays(7)));
    }

    private static Terms terms(Money principal) {
        return new Terms(
                principal,
                RATE,
                Terms.Method.DECLINING,
                Terms.Amortization.EQUAL_INSTALLMENTS,
                Terms.InterestPeriod.DAILY,
                "ACT/365",
                "P1M",
                3,
                LocalDate.parse("2026-02-02"),
                null,
                null,
                List.of(new Terms.Disbursement(LocalDate.parse("2026-01-02"), principal)),
                null,
                List.of(),
                null,
                null,
                null,
                "1");
    }

    private static Share share(String bank, String share, String amount) {
        return new Share(
                new BankId(bank), new BigDecimal(share), FundingLineId.named(bank), Money.of("CNY", amount), null);
    }

    private static Considered programme(@Nullable Standby standby) {
        return new Considered(
                1,
                LEAD.bank(),
                ProgrammeId.named("together"),
                1,
                List.of(),
                LEAD.fundingLine(),
                RATE,
                List.of(LEAD, PARTNER),
                standby);
    }

    public void given(ApplicationEvent... events) {
        for (var event : events) {
            application = Application.decider().after(application, event);
        }
    }

    public List<ApplicationEvent> when(ApplicationCommand command) {
        var events = Application.decider().decide(command, application);
        given(events.toArray(ApplicationEvent[]::new));
        return events;
    }

    public Application now() {
        return Objects.requireNonNull(application);
    }
}
