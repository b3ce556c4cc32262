package tallystick.rules;

import org.jspecify.annotations.Nullable;

/**
 * The sets that decide a case together.
 *
 * @param pricing gives the price in place of the credit set's own tables; null leaves it to them
 */
public record Policy(RuleSet credit, @Nullable RuleSet pricing) {
    public static Policy of(RuleSet credit) {
        return new Policy(credit, null);
    }

    /** Over facts that are complete, such as those of a recorded decision. */
    public Evaluation evaluate(FactSheet facts) {
        return evaluate(facts, FollowingPrice.NOTHING);
    }

    /** The price is worked out first, then what follows from it, then everything else. */
    public Evaluation evaluate(FactSheet facts, FollowingPrice following) {
        return evaluate(facts, following, RuleSet.UNSEEN);
    }

    public Evaluation evaluate(FactSheet facts, FollowingPrice following, RuleSet.Seen seen) {
        return credit.pricedBy(pricing, facts, following, seen);
    }
}
