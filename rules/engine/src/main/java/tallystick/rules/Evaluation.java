package tallystick.rules;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule set says about a fact sheet. The same sheet always gives the same evaluation. */
public record Evaluation(
        Verdict verdict,
        @Nullable Integer score,
        @Nullable String grade,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal annualRate,
        List<RuleFinding> findings) {
    private static final int MOST_REASONS = 4;

    public Evaluation {
        findings = List.copyOf(findings);
    }

    /**
     * The findings that led to a no or to a person, the weightiest first; each code once, at most four, none for a yes. A
     * score that was too low is no reason: what lost its points is.
     */
    public List<RuleFinding> reasons() {
        var codes = new HashSet<String>();
        return findings.stream()
                .filter(this::counts)
                .flatMap(this::told)
                .filter(finding -> codes.add(finding.code()))
                .limit(MOST_REASONS)
                .toList();
    }

    /** The facts and what was decided over them, for a set that goes on from there. */
    public Map<String, String> over(Map<String, String> facts) {
        var all = new TreeMap<>(facts);
        put(all, "score", score);
        put(all, "grade", grade);
        put(all, "limit", limit == null ? null : limit.toPlainString());
        put(all, "rate", annualRate == null ? null : annualRate.toPlainString());
        return all;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private Stream<RuleFinding> told(RuleFinding finding) {
        return finding.facts().containsKey("score") ? lost() : Stream.of(finding);
    }

    private Stream<RuleFinding> lost() {
        return findings.stream()
                .filter(finding -> finding.lost() > 0)
                .sorted(Comparator.comparingInt(RuleFinding::lost).reversed());
    }

    private boolean counts(RuleFinding finding) {
        return switch (verdict) {
            case APPROVE -> false;
            case DECLINE -> finding.severity() == RuleFinding.Severity.KNOCK_OUT;
            case REFER -> finding.severity() != RuleFinding.Severity.INFO;
        };
    }
}
