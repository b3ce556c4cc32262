package tallystick.rules;

import java.math.BigDecimal;
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

    public Evaluation evaluate(FactSheet facts) {
        return credit.pricedBy(pricing, facts);
    }

    /** The yearly rate alone, for facts that depend on it; null when nothing is offered. */
    public @Nullable BigDecimal price(FactSheet facts) {
        return credit.price(facts, pricing);
    }
}
