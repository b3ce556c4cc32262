package tallystick.audit.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewCommand;
import tallystick.audit.api.ReviewCommand.*;
import tallystick.audit.api.ReviewEvent.ReviewDecided;
import tallystick.audit.api.ReviewId;
import tallystick.audit.api.Wanted;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Who may look at a referred case, who may decide it, and what it says to everybody else. */
class ReviewTest {
    private static final ReviewId ID = new ReviewId("review-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final List<String> UNDERWRITER = List.of("underwriter");
    private static final List<String> SENIOR = List.of("senior-underwriter");
    private @Nullable Review review;

    private void when(ReviewCommand command) {
        Review.decide(command, review).forEach(event -> review = Review.after(review, event));
    }

    private Review is() {
        return Objects.requireNonNull(review);
    }

    private void opened(String exposure) {
        opened(exposure, List.of("BUR-GAP"));
    }

    private void opened(String exposure, List<String> codes) {
        when(new OpenReview(
                ID,
                new ApplicationId("app-1"),
                new AuditId("audit-1"),
                1,
                "olga",
                Money.of("CNY", exposure),
                "B",
                Money.of("CNY", exposure),
                Rate.of("0.12"),
                "case",
                NOW.plus(Duration.ofHours(4)),
                NOW,
                "CASH",
                List.of(),
                "IE",
                codes));
    }

    private void claimed(String by) {
        when(new ClaimReview(ID, by, NOW.plus(Duration.ofMinutes(30)), NOW));
    }

    private static DecideReview decision(String by, List<String> roles) {
        return new DecideReview(ID, by, roles, Outcome.APPROVE, "payslips", List.of(), "case", NOW);
    }

    @Test
    void twoPeopleNeverHoldOneCase() {
        opened("40000.00");
        claimed("ann");
        assertThatThrownBy(() -> claimed("bob"))
                .hasMessage("Expected review review-1 to be free; ann holds it until 2026-01-02T03:30:00Z. Take another"
                        + " one, or wait.");
        when(new ClaimReview(ID, "bob", NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofMinutes(30))));
        assertThatThrownBy(() -> when(decision("ann", UNDERWRITER)))
                .hasMessageStartingWith("Expected ann to hold review");
    }

    @Test
    void nobodyDecidesTheirOwnApplication() {
        opened("40000.00");
        assertThatThrownBy(() -> claimed("olga"))
                .hasMessage(
                        "Expected another person than olga, who took application app-1 in. Leave it to a colleague.");
    }

    @Test
    void aboveTheirAmountMoreAuthorityIsNeeded() {
        opened("60000.00");
        claimed("ann");
        assertThatThrownBy(() -> when(decision("ann", UNDERWRITER)))
                .hasMessage("Expected 1 of role senior-underwriter to approve CNY 60000.00 of grade B; found less."
                        + " Recommend it, and let them decide.");
        when(decision("ann", SENIOR));
        assertThat(is().decided()).isInstanceOf(ReviewDecided.class);
    }

    @Test
    void aboveABandTwoDifferentPeopleDecide() {
        opened("180000.00");
        claimed("ann");
        assertThatThrownBy(() -> when(decision("ann", SENIOR))).hasMessageContaining("2 of role senior-underwriter");
        when(new Recommend(ID, "ann", SENIOR, Outcome.APPROVE, "good", List.of(), "case", NOW));
        claimed("ann");
        assertThatThrownBy(() -> when(decision("ann", SENIOR)))
                .hasMessage(
                        "Expected another person than ann, who recommended review review-1. Leave it to a colleague.");
        when(new ReleaseReview(ID, "ann", NOW));
        claimed("bob");
        when(decision("bob", SENIOR));
        assertThat(is().state()).isEqualTo(Review.State.DECIDED);
    }

    @Test
    void someThingsAreOverriddenByNobody() {
        opened("40000.00", List.of("BUR-GAP", "AML-SANCTION"));
        claimed("ann");
        assertThatThrownBy(() -> when(decision("ann", SENIOR)))
                .hasMessage("Expected nothing to stand against review review-1 that nobody may override; found"
                        + " AML-SANCTION. Decline it, or have that cleared where it comes from and the application"
                        + " handed in again.");
        assertThat(ReviewView.of(is()).held()).containsExactly("AML-SANCTION");
        when(new DecideReview(ID, "ann", UNDERWRITER, Outcome.DECLINE, "listed", List.of(), "case", NOW));
        assertThat(is().state()).isEqualTo(Review.State.DECIDED);
    }

    @Test
    void aSecondVoiceCountsWhenItSaysYesAndHasTheLevel() {
        opened("180000.00");
        claimed("ann");
        when(new Recommend(ID, "ann", UNDERWRITER, Outcome.APPROVE, "good", List.of(), "case", NOW));
        claimed("bob");
        assertThatThrownBy(() -> when(decision("bob", SENIOR))).hasMessageContaining("2 of role senior-underwriter");
        when(new Recommend(ID, "bob", SENIOR, Outcome.DECLINE, "bad", List.of(), "case", NOW));
        claimed("eve");
        assertThatThrownBy(() -> when(decision("eve", SENIOR))).hasMessageContaining("2 of role senior-underwriter");
    }

    @Test
    void anAmountOfAnotherCurrencyHasItsOwnBands() {
        var need = Authority.shipped();
        assertThat(need.need("CASH", Money.of("EUR", "7500.00"), "B")).contains(new Authority.Need("underwriter", 1));
        assertThat(need.need("CASH", Money.of("EUR", "7500.01"), "B"))
                .contains(new Authority.Need("senior-underwriter", 1));
        assertThat(need.need("CASH", Money.of("USD", "1.00"), "B")).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredAndTheCaseIsOpenAgain() {
        opened("40000.00");
        assertThatThrownBy(() -> when(new AnswerQuestion(ID, "olga", "yes", NOW)))
                .hasMessage("Expected review review-1 to be RETURNED with a question; it is OPEN. There is nothing to"
                        + " answer.");
        claimed("ann");
        when(new AskQuestion(ID, "ann", "Is the payslip there?", NOW, List.of()));
        when(new AnswerQuestion(ID, "olga", "It is now.", NOW));
        var shown = ReviewView.of(is());
        assertThat(shown.state()).isEqualTo(Review.State.OPEN);
        assertThat(String.valueOf(shown.question())).contains("Is the payslip there?", "It is now.");
    }

    private static final Instant TOO_LATE = Instant.parse("2026-01-23T00:00:00Z");

    private void asked() {
        opened("40000.00");
        claimed("ann");
        when(new AskQuestion(ID, "ann", "Payslips, please", NOW, List.of(Wanted.PROOF_OF_INCOME)));
    }

    @Test
    void whatTheApplicantDoesNotBringInTimeDeclinesTheCase() {
        asked();
        when(new PassAnswerDue(ID, TOO_LATE.minusMillis(1)));
        assertThat(is().state()).isEqualTo(Review.State.RETURNED);
        when(new PassAnswerDue(ID, TOO_LATE));
        var decided = Objects.requireNonNull(is().decided());
        assertThat(decided.outcome()).isEqualTo(Outcome.DECLINE);
        assertThat(decided.by()).isEqualTo("system");
        assertThat(decided.missing()).containsExactly(Wanted.PROOF_OF_INCOME);
        assertThat(Review.decide(new PassAnswerDue(ID, TOO_LATE), review)).isEmpty();
    }

    @Test
    void whatCameInTimeIsNoReasonToDecline() {
        asked();
        when(new AnswerQuestion(ID, "olga", "They are in the file.", NOW));
        when(new PassAnswerDue(ID, TOO_LATE));
        assertThat(is().state()).isEqualTo(Review.State.OPEN);
    }

    @Test
    void whoeverTakesTheCaseUpAgainWaitsNoLonger() {
        asked();
        claimed("bob");
        when(new PassAnswerDue(ID, TOO_LATE));
        assertThat(is().state()).isEqualTo(Review.State.CLAIMED);
        assertThat(is().waitsFor()).isEmpty();
    }

    @Test
    void aQuestionToTheOfficerAloneHasNoEnd() {
        opened("40000.00");
        claimed("ann");
        when(new AskQuestion(ID, "ann", "Do you know the employer?", NOW, List.of()));
        when(new PassAnswerDue(ID, TOO_LATE));
        assertThat(is().state()).isEqualTo(Review.State.RETURNED);
        assertThat(is().waitsFor()).isEmpty();
    }

    @Test
    void theTimeToAnswerIsThatOfThePlaceInWholeDays() {
        assertThat(TimeToAnswer.end("CN", NOW)).isEqualTo("2026-01-17T16:00:00Z");
        assertThat(TimeToAnswer.end("IE", NOW)).isEqualTo(TOO_LATE);
        assertThat(TimeToAnswer.end(null, NOW)).isEqualTo(TOO_LATE);
        assertThat(TimeToAnswer.days("US")).isEqualTo(30);
    }

    @Test
    void aDecisionIsAboutWhatWasShown() {
        opened("40000.00");
        claimed("ann");
        assertThatThrownBy(() -> when(
                        new DecideReview(ID, "ann", UNDERWRITER, Outcome.DECLINE, "no", List.of(), "another", NOW)))
                .hasMessage("Expected the case hash case; found another. Read the case again, then decide.");
    }

    @Test
    void whatIsDecidedIsOver() {
        opened("40000.00");
        claimed("ann");
        when(decision("ann", UNDERWRITER));
        assertThatThrownBy(() -> claimed("bob"))
                .hasMessage("Expected review review-1 to be open; it is DECIDED. Nothing is left to do.");
    }
}
