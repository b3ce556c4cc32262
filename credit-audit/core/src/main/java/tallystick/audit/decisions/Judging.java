package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tallystick.rules.Evaluation;
import tallystick.rules.FactSheet;
import tallystick.rules.Policy;
import tallystick.rules.RuleSet;

/**
 * What rules say about facts, and the facts with what follows from the price. Recorded facts are judged by another rule set, or
 * with another amount, as if nobody had judged them before.
 */
public record Judging(Map<String, String> facts, Evaluation evaluation) {
    private static final int DIGITS = 4;

    static Judging of(Policy rules, Map<String, String> gathered) {
        var facts = new TreeMap<>(gathered);
        var evaluation = rules.evaluate(FactSheet.of(gathered), rate -> {
            var more = Obligations.at(rate, gathered);
            facts.putAll(more);
            return more;
        });
        return new Judging(facts, evaluation);
    }

    public static Evaluation anew(Policy rules, Map<String, String> recorded) {
        return anew(rules, recorded, _ -> {});
    }

    public static Evaluation anew(Policy rules, Map<String, String> recorded, RuleSet.Seen seen) {
        var facts = new HashMap<>(recorded);
        facts.remove("dti");
        facts.remove("income.residual");
        return rules.evaluate(FactSheet.of(facts), rate -> Obligations.at(rate, facts), seen);
    }

    /** The same case with another amount or number of instalments. */
    static Evaluation with(Policy rules, Map<String, String> recorded, BigDecimal amount, int count) {
        var facts = new TreeMap<>(recorded);
        var former = new BigDecimal(recorded.getOrDefault("amount", "0"));
        facts.put("amount", amount.toPlainString());
        facts.put("count", Integer.toString(count));
        for (var sum : List.of("own.exposure", "own.linkedAmount7d")) {
            facts.computeIfPresent(sum, (_, known) -> with(new BigDecimal(known), amount.subtract(former)));
        }
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

    /** A sum of which the loan is a part; none where it is alone. */
    private static String with(BigDecimal sum, BigDecimal more) {
        return sum.signum() == 0 ? "0" : sum.add(more).toPlainString();
    }
}
