package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import tallystick.rules.Evaluation;
import tallystick.rules.FactSheet;
import tallystick.rules.Policy;

/** Judges recorded facts by another rule set, or with another amount: what follows from price and amount is worked out anew. */
public final class Judging {
    private static final int DIGITS = 4;

    private Judging() {}

    public static Evaluation anew(Policy rules, Map<String, String> recorded) {
        var facts = new TreeMap<>(recorded);
        facts.remove("dti");
        facts.remove("income.residual");
        return rules.evaluate(FactSheet.of(Obligations.with(rules, facts)));
    }

    /** The same case with another amount or number of instalments. */
    static Evaluation with(Policy rules, Map<String, String> recorded, BigDecimal amount, int count) {
        var facts = new TreeMap<>(recorded);
        var former = new BigDecimal(recorded.getOrDefault("amount", "0"));
        facts.put("amount", amount.toPlainString());
        facts.put("count", Integer.toString(count));
        facts.computeIfPresent(
                "own.exposure",
                (_, exposure) ->
                        new BigDecimal(exposure).subtract(former).add(amount).toPlainString());
        if (former.signum() > 0) {
            facts.computeIfPresent(
                    "vehicle.ltv",
                    (_, ltv) -> new BigDecimal(ltv)
                            .multiply(amount)
                            .divide(former, DIGITS, RoundingMode.UP)
                            .toPlainString());
        }
        return anew(rules, facts);
    }
}
