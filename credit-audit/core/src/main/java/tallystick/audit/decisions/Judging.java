package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tallystick.rules.Evaluation;
import tallystick.rules.FactSheet;
import tallystick.rules.RuleSet;

/** Judges facts that were recorded under one rule set by another: what follows from the price is worked out anew. */
public final class Judging {
    private static final List<String> FOLLOWS_FROM_THE_PRICE = List.of("dti", "income.residual");

    private Judging() {}

    public static Evaluation anew(RuleSet rules, Map<String, String> recorded) {
        var amount = new BigDecimal(recorded.getOrDefault("amount", "0"));
        return with(rules, recorded, amount, Integer.parseInt(recorded.getOrDefault("count", "0")));
    }

    /** The same case with another amount or number of instalments. */
    static Evaluation with(RuleSet rules, Map<String, String> recorded, BigDecimal amount, int count) {
        var facts = new TreeMap<>(recorded);
        FOLLOWS_FROM_THE_PRICE.forEach(facts::remove);
        facts.put("amount", amount.toPlainString());
        facts.put("count", Integer.toString(count));
        return rules.evaluate(FactSheet.of(Obligations.with(rules, facts, amount, count)));
    }
}
