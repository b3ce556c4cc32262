package tallystick.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationCommand.*;
import tallystick.application.api.Considered;
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
import tallystick.kernel.Refused;
import tallystick.kernel.Sealed;

/** The table of transitions: from, on, to. A word in lower case is the code of the refusal; {@code -} is nothing. */
class TransitionsTest {
    private static final ApplicationId APP = new ApplicationId("app-1");
    private static final PartyId PARTY = new PartyId("party-1");
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Money AMOUNT = Money.of("CNY", "12000.00");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(31));
    /** How an application comes to each state: the commands of the good way, then the turn that leads there. */
    private static final Map<State, String> WAYS = Map.ofEntries(
            Map.entry(State.DRAFT, "start"),
            Map.entry(State.IN_AUDIT, "start submit"),
            Map.entry(State.APPROVED, "start submit approve"),
            Map.entry(State.PLACING, "start submit approve place"),
            Map.entry(State.OFFERED, "start submit approve place bank-yes offer"),
            Map.entry(State.ACCEPTED, "start submit approve place bank-yes offer accept"),
            Map.entry(State.CONTRACTED, "start submit approve place bank-yes offer accept hold sign"),
            Map.entry(State.PAYING_OUT, "start submit approve place bank-yes offer accept sign"),
            Map.entry(State.CANCEL_REQUESTED, "start submit approve place bank-yes offer accept sign cancel"),
            Map.entry(State.PAYOUT_FAILED, "start submit approve place bank-yes offer accept sign failed"),
            Map.entry(State.FUNDED, "start submit approve place bank-yes offer accept sign paid"),
            Map.entry(State.DECLINED, "start submit decline"),
            Map.entry(State.WITHDRAWN, "start withdraw"),
            Map.entry(State.EXPIRED, "start submit approve place bank-yes offer expire"),
            Map.entry(State.NOT_PLACED, "start submit approve place-nowhere"),
            Map.entry(State.CANCELLED, "start submit approve place bank-yes offer accept sign cancel cancelled"));

    private @Nullable Application application;

    private void when(String command) {
        Deciding.decide(command(command), application)
                .forEach(event -> application = Telling.after(application, event));
    }

    private State now() {
        return Objects.requireNonNull(application).state();
    }

    private ApplicationCommand command(String name) {
        return switch (name) {
            case "start" -> new StartDraft(APP, draft("HOME"), "olga", NOW);
            case "start-paper" -> new StartDraft(APP, draft("PAPER"), "olga", NOW);
            case "ask-signature" -> new AskSignature(APP, "document", PARTY, "simulated", "olga", NOW);
            case "ask-other" -> new AskSignature(APP, "other", PARTY, "simulated", "olga", NOW);
            case "e-sign" -> eSigned("document");
            case "e-sign-other" -> eSigned("other");
            case "e-decline" -> new TakeSignatureDecline(APP, PARTY, "simulated", "CHANGED_MIND", NOW);
            case "submit-cooling" -> submission(14, "COOLING_OFF");
            case "submit-insured" -> submission(0, "INSURED");
            case "meet" -> new MeetCondition(APP, "INSURED", "policy-17", "olga", NOW);
            case "meet-cooling" -> new MeetCondition(APP, "COOLING_OFF", "time", "olga", NOW);
            case "cooled" -> new EndCoolingOff(APP, LOAN, NOW);
            case "change" -> new ChangeDraft(APP, draft("CAR"), "olga", NOW);
            case "submit" -> submission(0);
            case "refer" -> result(AuditResult.REFERRED);
            case "approve" -> result(AuditResult.APPROVED);
            case "decline" -> result(AuditResult.DECLINED);
            case "place" -> place(NOW);
            case "place-late" -> place(LATER);
            case "place-nowhere" -> new PlaceApplication(APP, List.of(), null, null, NOW);
            case "bank-yes" -> new TakeBankApproval(APP, 1, null, null, null, NOW);
            case "bank-no" -> new TakeBankDecline(APP, 1, "full", NOW);
            case "bank-silent" -> new TakeBankSilence(APP, 1, NOW);
            case "bank-revokes" -> new TakeBankRevocation(APP, 1, "lapsed", NOW);
            case "bank-more" -> new TakeBankApproval(APP, 1, Money.of("CNY", "12000.01"), null, null, NOW);
            case "bank-dearer" -> new TakeBankApproval(APP, 1, null, Rate.of("0.2401"), null, NOW);
            case "bank-less" -> new TakeBankApproval(APP, 1, Money.of("CNY", "8000.00"), Rate.of("0.24"), 6, NOW);
            case "bank-dollars" -> new TakeBankApproval(APP, 1, Money.of("USD", "1.00"), null, null, NOW);
            case "returned" -> new TakePayoutReturned(APP, LOAN, "closed account", NOW, null);
            case "offer" -> new MakeOffer(APP, offer(), NOW);
            case "expire" -> new ExpireOffer(APP, 1, LATER);
            case "accept" -> new AcceptOffer(APP, 1, "hash", "document", "olga", NOW);
            case "accept-late" -> new AcceptOffer(APP, 1, "hash", "document", "olga", LATER);
            case "sign" -> new SignContract(APP, "document", PARTY, "COUNTER", LOAN, "olga", NOW);
            case "hold" -> new HoldApplication(APP, "FRAUD", "olga", NOW);
            case "lift" -> new LiftHold(APP, "cleared", LOAN, "sara", NOW);
            case "withdraw" -> new WithdrawApplication(APP, "changed mind", "olga", NOW);
            case "paid" -> new TakePayoutDone(APP, LOAN, LocalDate.of(2026, 1, 2), NOW);
            case "failed" -> new TakePayoutFailed(APP, LOAN, "closed account", NOW);
            case "cancel" -> new AskCancellation(APP, "car sold", "olga", NOW);
            case "cancelled" -> new TakeCancelled(APP, "car sold", NOW);
            case "correct" -> new CorrectPayee(APP, sealed(), "account", "olga", NOW);
            case "approve-payee" -> new ApprovePayee(APP, "account", "otto", NOW);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static TakeSignature eSigned(String document) {
        return new TakeSignature(APP, document, PARTY, "simulated", LOAN, NOW);
    }

    private static Draft draft(String purpose) {
        var consent = new Draft.Consent("E_SIGNATURE", "1", null, null, null, null, null, NOW, null, null);
        return new Draft(
                ProductId.named("cash-loan"),
                1,
                null,
                purpose,
                AMOUNT,
                3,
                null,
                purpose.equals("PAPER") ? List.of() : List.of(consent),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Sealed sealed() {
        return new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, new byte[] {1});
    }

    private static SubmitApplication submission(int coolingOffDays, String... conditions) {
        var agreement = new Agreement(
                "CN",
                "CNY",
                "P1M",
                Rate.of("0.06"),
                Rate.of("0.24"),
                Duration.ofDays(7),
                coolingOffDays,
                "{}",
                null,
                Duration.ofDays(30),
                List.of(conditions));
        return new SubmitApplication(
                APP,
                PARTY,
                new AuditId("audit-1"),
                sealed(),
                sealed(),
                sealed(),
                sealed(),
                agreement,
                List.of(),
                "olga",
                NOW);
    }

    private TakeAuditResult result(AuditResult result) {
        var audit = Objects.requireNonNull(application).submission() == null
                ? new AuditId("audit-1")
                : application.submitted().audit();
        return new TakeAuditResult(APP, audit, result, AMOUNT, Rate.of("0.12"), "B", NOW);
    }

    private static PlaceApplication place(Instant at) {
        var programme = new Considered(
                1,
                new BankId("sandbox"),
                ProgrammeId.named("cash"),
                1,
                List.of(),
                FundingLineId.named("cash"),
                Rate.of("0.12"),
                null,
                null);
        return new PlaceApplication(APP, List.of(programme), 1, new InstructionId("instr-1"), at);
    }

    private static Offer offer() {
        return new Offer(
                1,
                1,
                new BankId("sandbox"),
                AMOUNT,
                3,
                Rate.of("0.12"),
                "{}",
                "{}",
                "hash",
                NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void whoDidNotAgreeToItIsNotAskedToSignAtADistance() {
        for (var command : "start-paper submit approve place bank-yes offer accept".split(" ")) {
            when(command);
        }
        assertThatThrownBy(() -> when("ask-signature"))
                .hasMessage(
                        "Expected a consent to E_SIGNATURE of application app-1; found none. Look at its consents.");
    }

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource({
        // The good way.
        "DRAFT, change, DRAFT",
        "DRAFT, submit, IN_AUDIT",
        "IN_AUDIT, approve, APPROVED",
        "IN_AUDIT, refer, IN_AUDIT",
        "IN_AUDIT, decline, DECLINED",
        "APPROVED, place, PLACING",
        "APPROVED, place-nowhere, NOT_PLACED",
        "PLACING, bank-yes offer, OFFERED",
        "PLACING, bank-silent, PLACING",
        "PLACING, bank-silent bank-yes offer, OFFERED",
        "PLACING, bank-no place-nowhere, NOT_PLACED",
        "OFFERED, accept, ACCEPTED",
        "ACCEPTED, sign, PAYING_OUT",
        "PAYING_OUT, paid, FUNDED",
        // Any before PAYING_OUT: the applicant withdraws.
        "DRAFT, withdraw, WITHDRAWN",
        "IN_AUDIT, withdraw, WITHDRAWN",
        "APPROVED, withdraw, WITHDRAWN",
        "PLACING, withdraw, WITHDRAWN",
        "OFFERED, withdraw, WITHDRAWN",
        "ACCEPTED, withdraw, WITHDRAWN",
        "CONTRACTED, withdraw, WITHDRAWN",
        "PAYING_OUT, withdraw, payout-instructed",
        "CANCEL_REQUESTED, withdraw, payout-instructed",
        "PAYOUT_FAILED, withdraw, payout-instructed",
        "FUNDED, withdraw, payout-instructed",
        // APPROVED, and its facts are older than product data allows.
        "APPROVED, place-late, IN_AUDIT",
        "PLACING, bank-no place-late, IN_AUDIT",
        "APPROVED, place-late approve place-nowhere, NOT_PLACED",
        // The bank revokes, or its approval lapses.
        "PLACING, bank-yes bank-revokes, PLACING",
        "OFFERED, bank-revokes, PLACING",
        "ACCEPTED, bank-revokes, PLACING",
        "CONTRACTED, bank-revokes, PLACING",
        "ACCEPTED, bank-revokes sign, offer-not-accepted",
        "OFFERED, bank-revokes accept, offer-replaced",
        "OFFERED, bank-revokes place-nowhere, NOT_PLACED",
        "PAYING_OUT, bank-revokes, PAYING_OUT",
        // A bank may agree to less, never to what may not be offered: then another one is asked.
        "PLACING, bank-less offer, OFFERED",
        "PLACING, bank-more offer, PLACING",
        "PLACING, bank-more place-nowhere, NOT_PLACED",
        "PLACING, bank-dearer place-nowhere, NOT_PLACED",
        "PLACING, bank-dollars place-nowhere, NOT_PLACED",
        // Cancellation while the payout is on its way.
        "PAYING_OUT, cancel, CANCEL_REQUESTED",
        "CANCEL_REQUESTED, cancelled, CANCELLED",
        "CANCEL_REQUESTED, paid, FUNDED",
        "CANCEL_REQUESTED, failed, PAYOUT_FAILED",
        "ACCEPTED, cancel, nothing-to-cancel",
        // A payout that is proven failed.
        "PAYING_OUT, failed, PAYOUT_FAILED",
        "PAYOUT_FAILED, correct approve-payee, PAYING_OUT",
        "PAYOUT_FAILED, approve-payee, payee-not-proposed",
        "PAYOUT_FAILED, cancel cancelled, CANCELLED",
        "PAYING_OUT, correct, payout-not-failed",
        // What was paid comes back, before or after all was done.
        "FUNDED, returned, PAYOUT_FAILED",
        "FUNDED, returned returned, PAYOUT_FAILED",
        "FUNDED, returned correct approve-payee, PAYING_OUT",
        "FUNDED, returned correct approve-payee paid, FUNDED",
        "FUNDED, returned cancel cancelled, CANCELLED",
        "PAYING_OUT, returned, PAYOUT_FAILED",
        "CANCEL_REQUESTED, returned cancelled, CANCELLED",
        "CANCELLED, returned, CANCELLED",
        "FUNDED, cancel, nothing-to-cancel",
        "CANCELLED, cancel, CANCELLED",
        "DECLINED, cancel, application-ended",
        // A signature at a distance: asked for, and only then taken, for this document.
        "ACCEPTED, ask-signature e-sign, PAYING_OUT",
        "ACCEPTED, ask-signature e-sign e-sign, PAYING_OUT",
        "ACCEPTED, e-sign, ACCEPTED",
        "ACCEPTED, ask-signature e-sign-other, ACCEPTED",
        "ACCEPTED, ask-signature e-sign-other e-sign, ACCEPTED",
        "ACCEPTED, ask-signature e-sign-other ask-signature e-sign, PAYING_OUT",
        "ACCEPTED, ask-signature e-decline e-sign, ACCEPTED",
        "ACCEPTED, ask-signature e-decline sign, PAYING_OUT",
        "ACCEPTED, ask-signature withdraw e-sign, WITHDRAWN",
        "ACCEPTED, ask-signature bank-revokes e-sign, PLACING",
        "ACCEPTED, ask-other, other-document",
        "OFFERED, ask-signature, offer-not-accepted",
        // Conditions precedent and the time to think.
        "DRAFT, submit-insured approve place bank-yes offer accept sign, conditions-open",
        "DRAFT, submit-insured approve place bank-yes offer accept ask-signature, conditions-open",
        "DRAFT, submit-insured approve place bank-yes offer accept meet sign, PAYING_OUT",
        "DRAFT, submit-cooling approve place bank-yes offer accept sign, CONTRACTED",
        "DRAFT, submit-cooling approve place bank-yes offer accept sign cooled, PAYING_OUT",
        "DRAFT, submit-cooling approve place bank-yes offer accept sign withdraw cooled, WITHDRAWN",
        "DRAFT, submit-cooling approve place bank-yes offer accept sign hold cooled, CONTRACTED",
        "DRAFT, submit-cooling approve place bank-yes offer accept sign hold lift, CONTRACTED",
        "DRAFT, submit-cooling approve place bank-yes offer accept sign hold cooled lift, PAYING_OUT",
        "DRAFT, submit-cooling approve meet-cooling, condition-unknown",
        // A hold stops the payout and nothing else.
        "ACCEPTED, hold sign, CONTRACTED",
        "CONTRACTED, lift, PAYING_OUT",
        "ACCEPTED, hold lift sign, PAYING_OUT",
        "OFFERED, hold accept, ACCEPTED",
        "PAYING_OUT, hold, payout-instructed",
        "FUNDED, hold, payout-instructed",
        "PAYOUT_FAILED, hold correct approve-payee, application-held",
        "PAYOUT_FAILED, hold correct lift approve-payee, PAYING_OUT",
        "WITHDRAWN, hold, application-ended",
        // Offers end.
        "OFFERED, expire, EXPIRED",
        "ACCEPTED, expire, EXPIRED",
        "PAYING_OUT, expire, PAYING_OUT",
        "OFFERED, accept-late, offer-expired",
        "OFFERED, accept accept, offer-accepted",
        "EXPIRED, accept, offer-expired",
        "PAYING_OUT, sign, already-signed",
        // What has ended stays as it is.
        "DECLINED, withdraw, application-ended",
        "EXPIRED, withdraw, application-ended",
        "NOT_PLACED, withdraw, application-ended",
        "CANCELLED, withdraw, application-ended",
        "WITHDRAWN, withdraw, WITHDRAWN",
        "WITHDRAWN, submit, application-not-draft",
        "IN_AUDIT, change, application-not-draft",
        "WITHDRAWN, approve, WITHDRAWN",
        "DECLINED, place, DECLINED",
        "CANCELLED, paid, CANCELLED"
    })
    void transition(State from, String on, String to) {
        for (var command : WAYS.getOrDefault(from, "").split(" ")) {
            when(command);
        }
        assertThat(now()).isEqualTo(from);
        var commands = on.split(" ");
        for (var n = 0; n < commands.length - 1; n++) {
            when(commands[n]);
        }
        var last = commands[commands.length - 1];
        if (Character.isUpperCase(to.charAt(0))) {
            when(last);
            assertThat(now().name()).isEqualTo(to);
        } else {
            var refused = catchThrowableOfType(Refused.class, () -> when(last));
            assertThat(refused.refusal().code()).isEqualTo(to);
        }
    }
}
