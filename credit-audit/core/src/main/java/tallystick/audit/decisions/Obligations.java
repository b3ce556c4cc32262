package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.rules.FactSheet;
import tallystick.rules.RuleSet;

/**
 * What the new instalment takes of the income. The price comes first, since the instalment depends on it; then the rules
 * run over the whole.
 */
final class Obligations {
    /** Examples for one person a month; in the currency of the law. Source: to be set by each lender from its statistics. */
    private static final Map<String, BigDecimal> LIVING_COST =
            Map.of("CN", new BigDecimal("900"), "IE", new BigDecimal("600"));

    /** How much dearer the loan is in the stressed view. */
    private static final BigDecimal STRESS = new BigDecimal("0.02");

    private Obligations() {}

    static Map<String, String> with(RuleSet rules, Map<String, String> facts, BigDecimal amount, int count) {
        var rate = rules.price(FactSheet.of(facts));
        var income = number(facts.get("income.monthly"));
        if (rate == null || income == null || income.signum() <= 0) {
            return facts;
        }
        var all = new TreeMap<>(facts);
        all.put(
                "dti",
                Instalment.of(amount, rate, count)
                        .divide(income, 2, RoundingMode.HALF_EVEN)
                        .toPlainString());
        var cost = LIVING_COST.get(facts.getOrDefault("jurisdiction", ""));
        if (cost != null) {
            var stressed = Instalment.of(amount, rate.add(STRESS), count);
            all.put("income.residual", income.subtract(stressed).subtract(cost).toPlainString());
        }
        return all;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
