package tallystick.audit.reviews;

import java.util.Map;
import tallystick.audit.api.ReviewId;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.approval.FourEyes;

/** Every no a review says, in words. */
final class Refusals {
    private Refusals() {}

    static Refused unknown(ReviewId id) {
        return no("review-unknown", "No such review", "Expected a review %s; found none.".formatted(id));
    }

    static Refused over(Review review) {
        return no(
                "review-decided",
                "The review is over",
                "Expected review %s to be open; it is %s. Nothing is left to do."
                        .formatted(review.opened().review(), review.state()));
    }

    static Refused claimed(Review review) {
        return new Refusal(
                        "review-claimed",
                        "Somebody else holds the case",
                        "Expected review %s to be free; %s holds it until %s. Take another one, or wait."
                                .formatted(review.opened().review(), review.claimedBy(), review.claimedUntil()),
                        Map.of("claimedUntil", String.valueOf(review.claimedUntil())))
                .asException();
    }

    static Refused notClaimed(Review review, String by) {
        return no(
                "not-claimed-by-you",
                "You do not hold the case",
                "Expected %s to hold review %s now; found otherwise. Claim it first."
                        .formatted(by, review.opened().review()));
    }

    static Refused ownApplication(Review review, String by) {
        return no(
                "own-application",
                "Nobody decides their own application",
                "Expected another person than %s, who took application %s in. Leave it to a colleague."
                        .formatted(by, review.opened().application()));
    }

    static Refused ownRecommendation(Review review, String by) {
        return no(
                "own-recommendation",
                "Nobody decides their own recommendation",
                "Expected another person than %s, who recommended review %s. Leave it to a colleague."
                        .formatted(by, review.opened().review()));
    }

    static Refused authorityExceeded(Review review) {
        var who = review.need()
                .map(level -> "%d of role %s".formatted(level.count(), level.role()))
                .orElse("the credit committee");
        return new Refusal(
                        "authority-exceeded",
                        "More authority is needed",
                        "Expected %s to approve %s of grade %s; found less. Recommend it, and let them decide."
                                .formatted(
                                        who,
                                        review.opened().exposure(),
                                        review.opened().grade()),
                        Map.of("needs", who))
                .asException();
    }

    static Refused notOverridable(Review review) {
        var codes = String.join(", ", review.held());
        return new Refusal(
                        "not-overridable",
                        "Nobody may override it",
                        "Expected nothing to stand against review %s that nobody may override; found %s. Decline it, or have that cleared where it comes from and the application handed in again."
                                .formatted(review.opened().review(), codes),
                        Map.of("codes", codes))
                .asException();
    }

    static Refused dayExceeded(Money amount, Money most, Money today) {
        return new Refusal(
                        "daily-limit-exceeded",
                        "The day's sum is used up",
                        "Expected approvals of a day to stay within %s; %s today and %s now are more. Leave it to a colleague, or until tomorrow."
                                .formatted(most, today, amount),
                        Map.of("most", most.toString(), "today", today.toString()))
                .asException();
    }

    static Refused noQuestion(Review review) {
        return no(
                "no-question",
                "Nothing was asked",
                "Expected review %s to be RETURNED with a question; it is %s. There is nothing to answer."
                        .formatted(review.opened().review(), review.state()));
    }

    static Refused hashChanged(String expected, String found) {
        return FourEyes.changed(
                "Expected the case hash %s; found %s. Read the case again, then decide.".formatted(expected, found));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }
}
