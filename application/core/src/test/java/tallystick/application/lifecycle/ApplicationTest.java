package tallystick.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationCommand.*;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.api.Considered;
import tallystick.application.api.Draft;
import tallystick.application.api.Liable;
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

/** Every transition of an application, and the words of every refusal. */
class ApplicationTest {
    private static final ApplicationId APP = new ApplicationId("app-1");
    private static final AuditId AUDIT = new AuditId("audit-1");
    private static final PartyId PARTY = new PartyId("party-1");
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final Money AMOUNT = Money.of("CNY", "12000.00");
    private @Nullable Application application;

    private List<ApplicationEvent> when(ApplicationCommand command) {
        var events = Deciding.decide(command, application);
        events.forEach(event -> application = Telling.after(application, event));
        return events;
    }

    private Application now() {
        return java.util.Objects.requireNonNull(application);
    }

    private static Sealed sealed() {
        return new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, new byte[] {1});
    }

    private static Draft draft(String purpose) {
        return new Draft(
                ProductId.named("cash-loan"),
                1,
                "BRANCH",
                purpose,
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
    }

    private void drafted() {
        when(new StartDraft(APP, draft("HOME"), "olga", NOW));
    }

    private void submitted() {
        submitted(List.of());
    }

    private void submitted(List<Liable> others) {
        drafted();
        var agreement = new Agreement(
                "CN", "CNY", "P1M", Rate.of("0.06"), Rate.of("0.24"), Duration.ofDays(7), 0, "{}", null, null, null);
        when(new SubmitApplication(
                APP, PARTY, AUDIT, sealed(), sealed(), sealed(), sealed(), agreement, others, "olga", NOW));
    }

    private void approved() {
        submitted();
        when(new TakeAuditResult(APP, AUDIT, AuditResult.APPROVED, AMOUNT, Rate.of("0.12"), "B", NOW));
    }

    private static Considered programme(int nr) {
        return new Considered(
                nr,
                new BankId("sandbox"),
                ProgrammeId.named("cash" + nr),
                nr,
                List.of(),
                FundingLineId.named("cash"),
                Rate.of("0.12"),
                null,
                null);
    }

    private void placing() {
        approved();
        place(1);
    }

    private List<ApplicationEvent> place(int nr) {
        return when(new PlaceApplication(APP, List.of(programme(nr)), nr, new InstructionId("instr-" + nr), NOW));
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

    private void offered() {
        placing();
        when(new TakeBankApproval(APP, 1, null, null, null, NOW));
        when(new MakeOffer(APP, offer(), NOW));
    }

    private void accepted() {
        offered();
        when(new AcceptOffer(APP, 1, "hash", "document", "olga", NOW));
    }

    private void payingOut() {
        accepted();
        when(signature("document"));
    }

    private static SignContract signature(String document) {
        return new SignContract(APP, document, PARTY, "COUNTER", LOAN, "olga", NOW);
    }

    private static WithdrawApplication withdrawal() {
        return new WithdrawApplication(APP, "changed mind", "olga", NOW);
    }

    @Test
    void theWholeGoodWay() {
        payingOut();
        assertThat(now().state()).isEqualTo(State.PAYING_OUT);
        when(new TakePayoutDone(APP, LOAN, LocalDate.parse("2026-01-02"), NOW));
        assertThat(now().state()).isEqualTo(State.FUNDED);
        assertThat(now().turn()).isEqualTo(Application.Turn.NOBODY);
    }

    @Test
    void everyStepHappensOnce() {
        payingOut();
        assertThat(when(new TakeAuditResult(APP, AUDIT, AuditResult.DECLINED, null, null, null, NOW)))
                .isEmpty();
        assertThat(place(1)).isEmpty();
        assertThat(when(new TakeBankApproval(APP, 1, null, null, null, NOW))).isEmpty();
        assertThat(when(new TakeBankDecline(APP, 1, "late no", NOW))).isEmpty();
        assertThat(when(new ExpireOffer(APP, 1, NOW))).isEmpty();
    }

    @Test
    void whatWasHandedInDoesNotChange() {
        submitted();
        assertThatThrownBy(() -> when(new ChangeDraft(APP, draft("CAR"), "olga", NOW)))
                .hasMessage(
                        "Expected application app-1 to be DRAFT; it is IN_AUDIT. Withdraw it and start another one to"
                                + " change what was handed in.");
    }

    @Test
    void aReferredCaseWaitsForAPerson() {
        submitted();
        when(new TakeAuditResult(APP, AUDIT, AuditResult.REFERRED, null, null, null, NOW));
        assertThat(now().turn()).isEqualTo(Application.Turn.REVIEW);
        when(new TakeAuditResult(APP, AUDIT, AuditResult.DECLINED, null, null, null, NOW));
        assertThat(now().state()).isEqualTo(State.DECLINED);
    }

    @Test
    void silenceIsNoDeclineAndAnAnswerAfterItCounts() {
        placing();
        when(new TakeBankSilence(APP, 1, NOW));
        assertThat(now().state()).isEqualTo(State.PLACING);
        assertThat(place(2)).as("the next bank before the first is proven dead").isEmpty();
        assertThat(when(new TakeBankApproval(APP, 1, null, null, null, NOW)))
                .hasExactlyElementsOfTypes(PlacementApproved.class);
    }

    @Test
    void afterADeclineTheNextIsAskedAndWithoutOneItEnds() {
        placing();
        when(new TakeBankDecline(APP, 1, "no", NOW));
        assertThat(place(2)).hasExactlyElementsOfTypes(PlacementStarted.class);
        when(new TakeBankDecline(APP, 2, "no", NOW));
        when(new PlaceApplication(APP, List.of(), null, null, NOW));
        assertThat(now().state()).isEqualTo(State.NOT_PLACED);
    }

    @Test
    void otherTermsOfTheBankAreACounterOffer() {
        placing();
        when(new TakeBankApproval(APP, 1, Money.of("CNY", "10000.00"), null, null, NOW));
        assertThat(now().changed()).isTrue();
    }

    @Test
    void anOfferIsAcceptedForWhatWasShownAndInTime() {
        offered();
        assertThatThrownBy(() -> when(new AcceptOffer(APP, 1, "other", "document", "olga", NOW)))
                .hasMessage(
                        "Expected the hash hash of offer 1 as it is now; found other. Read it again, and agree to what"
                                + " it says.");
        assertThatThrownBy(
                        () -> when(new AcceptOffer(APP, 1, "hash", "document", "olga", NOW.plus(Duration.ofDays(7)))))
                .hasMessage(
                        "Expected an open offer of application app-1; it stood until 2026-01-09T03:00:00Z. Look at the"
                                + " offers of the application.");
        when(new AcceptOffer(APP, 1, "hash", "document", "olga", NOW));
        assertThatThrownBy(() -> when(new AcceptOffer(APP, 1, "hash", "document", "olga", NOW)))
                .hasMessageContaining("it was accepted before");
    }

    @Test
    void anOfferThatNobodyTakesEndsTheApplication() {
        offered();
        assertThat(when(new ExpireOffer(APP, 1, NOW)))
                .hasExactlyElementsOfTypes(OfferExpired.class, ApplicationExpired.class);
        assertThatThrownBy(() -> when(new AcceptOffer(APP, 1, "hash", "document", "olga", NOW)))
                .hasMessageContaining("it has expired");
    }

    @Test
    void aSignatureNamesTheDocumentAndCountsOnce() {
        accepted();
        assertThatThrownBy(() -> when(signature("another")))
                .hasMessage("Expected a signature under document document; found another. Read the contract again.");
        assertThat(when(signature("document"))).hasExactlyElementsOfTypes(ContractSigned.class, PayoutOrdered.class);
        assertThatThrownBy(() -> when(signature("document")))
                .hasMessage("Expected application app-1 to be ACCEPTED; it is PAYING_OUT. Nothing is left to sign.");
    }

    @Test
    void aWithdrawalIsInTimeUntilThePayoutIsOrdered() {
        accepted();
        when(withdrawal());
        assertThat(now().state()).isEqualTo(State.WITHDRAWN);
        assertThatThrownBy(() -> when(signature("document"))).hasMessageContaining("Start another one.");
    }

    @Test
    void afterThePayoutOrderOnlyACancellationIsLeft() {
        payingOut();
        assertThatThrownBy(() -> when(withdrawal()))
                .hasMessage(
                        "Expected application app-1 to be before PAYING_OUT; it is PAYING_OUT. Ask for a cancellation"
                                + " instead; the bank may still be able to stop the payout.");
        when(new AskCancellation(APP, "changed mind", "olga", NOW));
        assertThat(now().state()).isEqualTo(State.CANCEL_REQUESTED);
        when(new TakePayoutDone(APP, LOAN, LocalDate.parse("2026-01-02"), NOW));
        assertThat(now().state()).as("the bank was past it").isEqualTo(State.FUNDED);
    }

    @Test
    void anotherAccountNeedsAFailureAndTwoPeople() {
        payingOut();
        assertThatThrownBy(() -> when(new CorrectPayee(APP, sealed(), "h", "olga", NOW)))
                .hasMessageContaining("it changes only after a failed payout");
        when(new TakePayoutFailed(APP, LOAN, "frozen account", NOW));
        when(new CorrectPayee(APP, sealed(), "h", "olga", NOW));
        assertThatThrownBy(() -> when(new ApprovePayee(APP, "h", "olga", NOW)))
                .hasMessage("Expected another person than olga, who proposed it; found the same. Ask a colleague.");
        assertThatThrownBy(() -> when(new ApprovePayee(APP, "x", "paul", NOW))).hasMessageContaining("found x");
        when(new ApprovePayee(APP, "h", "paul", NOW));
        assertThat(now().state()).isEqualTo(State.PAYING_OUT);
    }

    @Test
    void everyBorrowerAndSuretySignsBeforeThePayout() {
        var surety = new PartyId("party-2");
        submitted(List.of(new Liable(surety, Draft.Liability.SURETY)));
        when(new TakeAuditResult(APP, AUDIT, AuditResult.APPROVED, AMOUNT, Rate.of("0.12"), "B", NOW));
        place(1);
        when(new TakeBankApproval(APP, 1, null, null, null, NOW));
        when(new MakeOffer(APP, offer(), NOW));
        when(new AcceptOffer(APP, 1, "hash", "document", "olga", NOW));
        assertThat(when(new SignContract(APP, "document", surety, "COUNTER", LOAN, "olga", NOW)))
                .hasSize(1);
        assertThat(now().state()).isEqualTo(State.ACCEPTED);
        assertThatThrownBy(() -> when(new SignContract(APP, "document", surety, "COUNTER", LOAN, "olga", NOW)))
                .hasMessageContaining("Nothing is left to sign.");
        when(new SignContract(APP, "document", PARTY, "COUNTER", LOAN, "olga", NOW));
        assertThat(now().state()).isEqualTo(State.PAYING_OUT);
    }

    private static Draft.Consent consent(@Nullable Integer person, @Nullable String bank) {
        return new Draft.Consent("BANK_SHARING", "1", person, bank, null, null, null, NOW, null, null);
    }

    @Test
    void aConsentHoldsForItsRecipientUntilItIsWithdrawn() {
        submitted();
        when(new GiveConsent(APP, consent(null, "sandbox"), "olga", NOW));
        assertThat(when(new GiveConsent(APP, consent(null, "sandbox"), "olga", NOW)))
                .isEmpty();
        assertThat(now().draft().agreed("BANK_SHARING", "sandbox", NOW)).isTrue();
        assertThat(now().draft().agreed("BANK_SHARING", "other", NOW)).isFalse();
        when(new WithdrawConsent(APP, "BANK_SHARING", null, "olga", NOW));
        assertThat(when(new WithdrawConsent(APP, "BANK_SHARING", null, "olga", NOW)))
                .isEmpty();
        assertThat(now().draft().agreed("BANK_SHARING", "sandbox", NOW)).isFalse();
    }

    @Test
    void whatWasNotAgreedIsNotTakenBack() {
        submitted();
        assertThatThrownBy(() -> when(new WithdrawConsent(APP, "MARKETING", null, "olga", NOW)))
                .hasMessageContaining("Expected a consent to MARKETING of application app-1; found none.");
    }
}
