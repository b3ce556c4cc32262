package tallystick.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.application.Together.APP;
import static tallystick.application.Together.LEAD;
import static tallystick.application.Together.LOAN;
import static tallystick.application.Together.NOW;
import static tallystick.application.Together.SEALED;
import static tallystick.application.Together.STANDBY;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.application.Together;
import tallystick.application.api.ApplicationCommand.AgreeToSmallerLoan;
import tallystick.application.api.ApplicationCommand.AskBack;
import tallystick.application.api.ApplicationCommand.AskCancellation;
import tallystick.application.api.ApplicationCommand.ExpireOffer;
import tallystick.application.api.ApplicationCommand.OfferSmallerLoan;
import tallystick.application.api.ApplicationCommand.Paid;
import tallystick.application.api.ApplicationCommand.TakeCancelled;
import tallystick.application.api.ApplicationCommand.TakePayoutDone;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationCommand.TakePayoutReturned;
import tallystick.application.api.ApplicationCommand.TakeRecallRefusal;
import tallystick.application.api.ApplicationCommand.TakeRecallSilence;
import tallystick.application.api.ApplicationCommand.TakeSmallerLoan;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Document;
import tallystick.kernel.InstructionId;

/** One of two lenders has paid, the other has not: the applicant takes that much, or it is asked back. */
class SmallerLoanTest {
    private static final String CONSENT = "SMALLER_LOAN_CONSENT";
    private static final List<Share> SHARES = List.of(LEAD.lending(BigDecimal.ONE));
    private static final Paid PAID = new Paid(LEAD.bank(), new InstructionId("instr-9"), LEAD.amount());
    private static final TakePayoutFailed FAILED = new TakePayoutFailed(APP, LOAN, "closed", NOW, 2);
    private static final TakePayoutFailed NOT_POSSIBLE = new TakePayoutFailed(APP, LOAN, "it came back", NOW);
    private static final TakePayoutReturned RETURNED =
            new TakePayoutReturned(APP, LOAN, "asked back", NOW, PAID.order());
    private static final TakeSmallerLoan TAKEN = new TakeSmallerLoan(APP, LOAN, NOW);
    private static final AskCancellation CANCELLATION = new AskCancellation(APP, "no car", "olga", NOW);

    private final Together application = Together.alone();

    private void attached(String hash, String kind) {
        application.given(new DocumentAttached(APP, new Document(hash, kind, "application/pdf", 1, true), "olga", NOW));
    }

    private void offered() {
        attached("before", CONSENT);
        application.when(FAILED);
        application.when(offer());
        attached("scan", CONSENT);
        attached("other", "PAYSLIP");
    }

    private static OfferSmallerLoan offer() {
        return new OfferSmallerLoan(APP, Together.offer(2, "8400.00"), SHARES, "west is out", "olga", NOW);
    }

    private static AgreeToSmallerLoan agree(String hash, String consent, Instant at) {
        return new AgreeToSmallerLoan(APP, hash, "smaller-document", List.of(consent), "paul", at);
    }

    private static AgreeToSmallerLoan agree() {
        return agree("hash-2", "scan", NOW);
    }

    private static AskBack askBack(Instant at) {
        return new AskBack(APP, LOAN, List.of(PAID), at);
    }

    @Test
    void itIsOfferedOnceAPayoutHasFailed() {
        assertThatThrownBy(() -> application.when(offer()))
                .hasMessage("Expected application app-1 to be PAYOUT_FAILED; it is PAYING_OUT. What is contracted is"
                        + " frozen; it changes only after a failed payout.");
        application.when(FAILED);
        assertThat(application.now().turn()).isEqualTo(Application.Turn.OFFICER);
        assertThat(application.when(offer())).hasExactlyElementsOfTypes(SmallerLoanOffered.class);
        assertThat(application.when(offer())).as("a repeat").isEmpty();
        assertThat(application.now().turn()).isEqualTo(Application.Turn.APPLICANT);
    }

    @Test
    void nobodyIsPassedOverWhoStandsBy() {
        var stoodBy = Together.stoodBy();
        stoodBy.when(FAILED);
        stoodBy.when(new TakePayoutFailed(APP, LOAN, "closed", NOW, 1));
        assertThatThrownBy(() -> stoodBy.when(offer()))
                .hasMessage("Expected application app-1 to be without a lender that stands by and was asked; it is"
                        + " PAYOUT_FAILED. Wait for its answer.");
    }

    @Test
    void whatIsAgreedToBecomesTheContract() {
        offered();
        assertThat(application.when(agree()))
                .containsExactly(new SmallerLoanAgreed(APP, LOAN, 2, "smaller-document", List.of("scan"), "paul", NOW));
        assertThat(application.when(agree())).as("a repeat").isEmpty();
        assertThat(application.now().contracted().nr())
                .as("not before the loan takes it")
                .isEqualTo(1);
        assertThat(application.when(FAILED)).as("a late repeat").isEmpty();
        assertThat(application.when(TAKEN)).hasExactlyElementsOfTypes(SmallerLoanTaken.class);
        assertThat(application.when(TAKEN)).as("a repeat").isEmpty();
        assertThat(application.now().contracted()).isEqualTo(Together.offer(2, "8400.00"));
        assertThat(application.now().contract()).extracting("document").isEqualTo("smaller-document");
        assertThat(application.now().contractedAttempt().share(1)).isEqualTo(SHARES.getFirst());
        application.when(new TakePayoutDone(APP, LOAN, LocalDate.parse("2026-01-02"), NOW));
        assertThat(application.now().state()).isEqualTo(State.FUNDED);
    }

    @Test
    void nobodyAgreesToWhatIsNotShownNotProvenOrTooLate() {
        assertThatThrownBy(() -> application.when(agree()))
                .hasMessage("Expected application app-1 to be PAYOUT_FAILED with a smaller loan on offer; it is"
                        + " PAYING_OUT. Offer one first.");
        offered();
        assertThatThrownBy(() -> application.when(agree("hash-1", "scan", NOW))).hasMessageContaining("offer 2");
        for (var unfit : List.of("before", "other", "none")) {
            assertThatThrownBy(() -> application.when(agree("hash-2", unfit, NOW)))
                    .as(unfit)
                    .hasMessage("Expected a document SMALLER_LOAN_CONSENT of each of 1 signers of application app-1,"
                            + " attached since the offer; found others. Attach them first.");
        }
        assertThatThrownBy(() -> application.when(
                        new AgreeToSmallerLoan(APP, "hash-2", "smaller-document", List.of("scan"), "olga", NOW)))
                .hasMessageContaining("Expected another person than olga");
        assertThatThrownBy(() -> application.when(agree("hash-2", "scan", NOW.plus(Duration.ofDays(7)))))
                .hasMessageContaining("it stood until 2026-01-09T03:00:00Z");
        application.given(new ApplicationHeld(APP, "FRAUD", "olga", NOW));
        assertThatThrownBy(() -> application.when(agree())).hasMessageContaining("Have the hold lifted first.");
    }

    @Test
    void whoHasAgreedStopsNothing() {
        offered();
        application.when(agree());
        assertThatThrownBy(() -> application.when(CANCELLATION))
                .hasMessage(
                        "Expected application app-1 to be without a smaller loan that is agreed to; it is PAYING_OUT."
                                + " Withdraw the loan once it runs.");
        assertThat(application.when(new ExpireOffer(APP, 2, NOW))).isEmpty();
        assertThat(application.when(askBack(NOW))).isEmpty();
    }

    /** What was paid came back before the loan could take it. */
    @Test
    void whereTheLoanDoesNotTakeItEverythingIsAsBefore() {
        offered();
        application.when(agree());
        assertThat(application.when(NOT_POSSIBLE)).hasExactlyElementsOfTypes(PayoutFailed.class);
        assertThat(application.when(TAKEN)).isEmpty();
        assertThat(application.now().contracted().nr()).isEqualTo(1);
        assertThat(application.now().state()).isEqualTo(State.PAYOUT_FAILED);
    }

    @Test
    void ofWhatIsBackNoLoanIsMade() {
        offered();
        assertThat(application.when(RETURNED)).hasExactlyElementsOfTypes(PayoutCameBack.class);
        assertThat(application.when(RETURNED)).as("a repeat").isEmpty();
        assertThatThrownBy(() -> application.when(agree())).hasMessageContaining("Offer one first.");
    }

    @Test
    void whoDoesNotAnswerGivesItBack() {
        offered();
        assertThat(application.when(new ExpireOffer(APP, 2, NOW)))
                .containsExactly(
                        new OfferExpired(APP, 2, NOW),
                        new CancellationAsked(APP, LOAN, "the smaller loan was not agreed to in time", "system", NOW));
        assertThat(application.when(new ExpireOffer(APP, 2, NOW)))
                .as("a repeat")
                .isEmpty();
        assertThatThrownBy(() -> application.when(agree())).hasMessageContaining("Offer one first.");
    }

    @Test
    void anotherPayeeVoidsIt() {
        offered();
        application.given(new PayeeApproved(APP, LOAN, SEALED, "olga", "paul", NOW));
        assertThat(application.now().smaller()).isNull();
        assertThat(application.when(new ExpireOffer(APP, 2, NOW))).isEmpty();
    }

    @Test
    void whatWasPaidIsAskedBackOnce() {
        application.when(FAILED);
        application.when(CANCELLATION);
        assertThat(application.when(askBack(NOW))).hasExactlyElementsOfTypes(AskedBack.class);
        assertThat(application.when(askBack(NOW.plusSeconds(1)))).as("a repeat").isEmpty();
        application.when(RETURNED);
        application.when(new TakeCancelled(APP, "no car", NOW));
        assertThat(application.now().state()).isEqualTo(State.CANCELLED);
        assertThat(application.when(askBack(NOW.plusSeconds(2)))).isEmpty();
    }

    private static TakeRecallRefusal refusal(Recall recall) {
        return new TakeRecallRefusal(APP, LOAN, recall.instruction(), "too late", NOW);
    }

    @Test
    void afterANoItIsAskedBackByAnotherOrder() {
        application.when(FAILED);
        application.when(CANCELLATION);
        application.when(askBack(NOW));
        var first = application.now().recalls().getFirst();
        assertThatThrownBy(() -> application.when(offer())).hasMessageContaining("to be PAYOUT_FAILED");
        assertThat(application.when(refusal(first))).hasExactlyElementsOfTypes(RecallRefused.class, PayoutFailed.class);
        assertThat(application.when(refusal(first))).as("a repeat").isEmpty();
        application.when(CANCELLATION);
        application.when(askBack(NOW.plusSeconds(1)));
        assertThat(application.now().recalls().getFirst().instruction()).isNotEqualTo(first.instruction());
    }

    /** One says no, and what the other has paid comes back all the same. */
    @Test
    void theNoOfOneIsNotThatOfTheOther() {
        application.when(FAILED);
        application.when(CANCELLATION);
        var other = new Paid(STANDBY.bank(), new InstructionId("instr-7"), STANDBY.amount());
        application.when(new AskBack(APP, LOAN, List.of(PAID, other), NOW));
        assertThat(application.when(refusal(application.now().recalls().getLast())))
                .hasExactlyElementsOfTypes(RecallRefused.class);
        assertThat(application.now().state()).isEqualTo(State.CANCEL_REQUESTED);
        application.when(RETURNED);
        assertThat(application.now().recalls()).isEmpty();
        assertThat(application.now().state()).isEqualTo(State.PAYOUT_FAILED);
    }

    /** A bank that says yes and sends nothing is looked at, and not asked by another order. */
    @Test
    void whatDoesNotComeIsLookedAt() {
        application.when(FAILED);
        application.when(CANCELLATION);
        application.when(askBack(NOW));
        var asked = application.now().recalls();
        assertThat(application.when(new TakeRecallSilence(APP, NOW))).hasExactlyElementsOfTypes(RecallUnknown.class);
        assertThat(application.when(new TakeRecallSilence(APP, NOW)))
                .as("a repeat")
                .isEmpty();
        assertThatThrownBy(() -> application.when(offer())).hasMessageContaining("asked to get back what it paid");
        application.when(CANCELLATION);
        application.when(askBack(NOW.plusSeconds(1)));
        assertThat(application.now().recalls()).isEqualTo(asked);
        application.when(RETURNED);
        assertThat(application.now().recalls()).isEmpty();
    }
}
