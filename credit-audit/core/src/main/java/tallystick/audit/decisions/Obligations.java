package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.audit.facts.Instalment;

/**
 * What the party's instalments take of the income, the new one among them. The price comes first, since the new one depends
 * on it; then the rules run over the whole. Rounded so that nobody passes a threshold by it.
 */
final class Obligations {
    /** Examples for one person a month; in the currency of the law. Each lender sets them from its statistics. */
    private static final Map<String, BigDecimal> LIVING_COST =
            Map.of("CN", new BigDecimal("900"), "IE", new BigDecimal("600"));

    /** How much dearer the loan is in the stressed view. */
    private static final BigDecimal STRESS = new BigDecimal("0.02");

    private static final List<String> RUNNING = List.of("own.instalments", "bureau.obligations");
    private static final int DIGITS = 4;

    private Obligations() {}

    /** @param rate null when nothing is offered, and then nothing follows */
    static Map<String, String> at(@Nullable BigDecimal rate, Map<String, String> facts) {
        var income = number(facts.get("income.monthly"));
        if (rate == null || income == null || income.signum() <= 0) {
            return Map.of();
        }
        var more = new TreeMap<String, String>();
        var running = running(facts);
        var burden = running.add(instalment(facts, rate));
        more.put("dti", burden.divide(income, DIGITS, RoundingMode.UP).toPlainString());
        var cost = LIVING_COST.get(facts.getOrDefault("jurisdiction", ""));
        if (cost != null) {
            var stressed = running.add(instalment(facts, rate.add(STRESS)));
            more.put("income.residual", income.subtract(stressed).subtract(cost).toPlainString());
        }
        return more;
    }

    private static BigDecimal running(Map<String, String> facts) {
        return RUNNING.stream()
                .map(name -> new BigDecimal(facts.getOrDefault(name, "0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal instalment(Map<String, String> facts, BigDecimal rate) {
        return Instalment.aMonth(
                new BigDecimal(facts.getOrDefault("amount", "0")),
                rate,
                Integer.parseInt(facts.getOrDefault("count", "1")),
                facts.getOrDefault("every", "P1M"));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
