package tallystick.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One evaluation: findings, then score, grade, limit and price, each stage knowing what the ones before gave. */
final class Evaluating {
    private final RuleSet rules;
    private final FactSheet facts;

    Evaluating(RuleSet rules, FactSheet facts) {
        this.rules = rules;
        this.facts = facts;
    }

    Evaluation run() {
        var score = score();
        var scored = score == null ? facts : facts.and("score", score.toString());
        var grade = rules.first(Stage.GRADE, scored).map(line -> line.get("grade"));
        var graded = grade.map(given -> scored.and("grade", given)).orElse(scored);
        var limit = rules.first(Stage.LIMIT, graded).map(line -> new BigDecimal(line.get("limit")));
        var rate = rules.first(Stage.PRICE, graded).map(line -> new BigDecimal(line.get("rate")));
        var findings = findings(limit.map(most -> withinLimit(graded, most)).orElse(graded));
        return new Evaluation(
                verdict(findings, rate), score, grade.orElse(null), limit.orElse(null), rate.orElse(null), findings);
    }

    /** How much of the limit is asked for, so that a table can say what happens above it. */
    private static FactSheet withinLimit(FactSheet sheet, BigDecimal limit) {
        var asked = sheet.number("amount");
        var limited = sheet.and("limit", limit.toPlainString());
        return asked == null || limit.signum() == 0
                ? limited
                : limited.and(
                        "amountToLimit", asked.divide(limit, 4, RoundingMode.UP).toPlainString());
    }

    /** All points of tables that count every row, and of the first row of those that count one. */
    private @Nullable Integer score() {
        var hits = counted(rules.hits(Stage.SCORE, facts));
        return hits.isEmpty()
                ? null
                : hits.stream()
                        .mapToInt(hit -> new BigDecimal(line(hit).get("points")).intValueExact())
                        .sum();
    }

    private List<RuleFinding> findings(FactSheet sheet) {
        var findings = new ArrayList<RuleFinding>();
        for (var hit : counted(rules.hits(Stage.FINDINGS, sheet))) {
            findings.add(finding(rules.tables().get(hit.table()), line(hit), sheet));
        }
        findings.sort(Comparator.comparingInt(RuleFinding::rank));
        return findings;
    }

    /** Of a table where the first row wins, the others do not count. */
    private List<Hits.Hit> counted(List<Hits.Hit> hits) {
        var won = new HashSet<Integer>();
        return hits.stream()
                .filter(hit -> !rules.tables().get(hit.table()).first() || won.add(hit.table()))
                .toList();
    }

    private Table.Line line(Hits.Hit hit) {
        return rules.tables().get(hit.table()).line(hit.line());
    }

    private static RuleFinding finding(Table table, Table.Line line, FactSheet sheet) {
        var used = new TreeMap<String, String>();
        line.conditions().forEach(condition -> {
            var found = sheet.text(condition.fact());
            if (found != null) {
                used.put(condition.fact(), found);
            }
        });
        return new RuleFinding(
                line.get("code"),
                RuleFinding.Severity.valueOf(line.get("severity")),
                Integer.parseInt(line.get("rank")),
                line.get("text"),
                line.get("bureau").equals("yes"),
                table.file().replaceAll(".*/|\\.csv$", ""),
                table.file(),
                line.number(),
                used,
                distance(line, sheet));
    }

    private static RuleFinding.@Nullable Distance distance(Table.Line line, FactSheet sheet) {
        return line.conditions().stream()
                .filter(condition -> condition.operator().isNumeric() && sheet.known(condition.fact()))
                .findFirst()
                .map(condition -> new RuleFinding.Distance(
                        condition.fact(), condition.value(), String.valueOf(sheet.text(condition.fact()))))
                .orElse(null);
    }

    /** Without a price there is nothing to offer: a person decides. */
    private static Verdict verdict(List<RuleFinding> findings, Optional<BigDecimal> rate) {
        if (findings.stream().anyMatch(finding -> finding.severity() == RuleFinding.Severity.KNOCK_OUT)) {
            return Verdict.DECLINE;
        }
        var referred = findings.stream().anyMatch(finding -> finding.severity() == RuleFinding.Severity.REFER);
        return referred || rate.isEmpty() ? Verdict.REFER : Verdict.APPROVE;
    }
}
