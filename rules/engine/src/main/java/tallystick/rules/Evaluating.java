package tallystick.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One evaluation: findings, then score, grade, limit and price, each stage knowing what the ones before gave. */
final class Evaluating {
    private static final String NO_PRICE = "PRC-NONE";

    private final List<Table> tables;
    private final Rules rules;
    private final FactSheet facts;

    /** The rows of a stage that hold and count. */
    interface Rules {
        List<Inquiry.Found> ask(Stage stage, FactSheet facts);
    }

    Evaluating(List<Table> tables, Rules rules, FactSheet facts) {
        this.tables = tables;
        this.rules = rules;
        this.facts = facts;
    }

    Evaluation run() {
        var score = score();
        var scored = score == null ? facts : facts.and("score", BigDecimal.valueOf(score));
        var grade = first(Stage.GRADE, scored).map(line -> line.get("grade")).orElse(null);
        var graded = grade == null ? scored : scored.and("grade", grade);
        var limit = number(Stage.LIMIT, graded, "limit");
        var rate = number(Stage.PRICE, graded, "rate");
        var priced = rate == null ? graded : graded.and("rate", rate);
        var findings = findings(limit == null ? priced : withinLimit(priced, limit), rate);
        return new Evaluation(verdict(findings), score, grade, limit, rate, findings);
    }

    /** How much of the limit is asked for, so that a table can say what happens above it. */
    private static FactSheet withinLimit(FactSheet sheet, BigDecimal limit) {
        var asked = sheet.number("amount");
        var limited = sheet.and("limit", limit);
        return asked == null || limit.signum() == 0
                ? limited
                : limited.and("amountToLimit", asked.divide(limit, 4, RoundingMode.UP));
    }

    private @Nullable BigDecimal number(Stage stage, FactSheet sheet, String column) {
        return first(stage, sheet).map(line -> new BigDecimal(line.get(column))).orElse(null);
    }

    private Optional<Table.Line> first(Stage stage, FactSheet sheet) {
        return rules.ask(stage, sheet).stream().findFirst().map(Inquiry.Found::line);
    }

    /** All points of tables that count every row, and of the first row of those that count one. */
    private @Nullable Integer score() {
        var rows = rules.ask(Stage.SCORE, facts);
        return rows.isEmpty()
                ? null
                : rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.line().get("points")))
                        .sum();
    }

    private List<RuleFinding> findings(FactSheet sheet, @Nullable BigDecimal rate) {
        var findings = new ArrayList<RuleFinding>();
        rules.ask(Stage.FINDINGS, sheet).forEach(row -> findings.add(finding(row.table(), row.line(), sheet)));
        if (rate == null && findings.stream().allMatch(finding -> finding.severity() == RuleFinding.Severity.INFO)) {
            findings.add(withoutPrice());
        }
        findings.sort(Comparator.comparingInt(RuleFinding::rank));
        return findings;
    }

    /** Without a price there is nothing to offer: a person decides, and is told why even when no table says it. */
    private RuleFinding withoutPrice() {
        var file = tables.stream()
                .filter(table -> table.stage() == Stage.PRICE)
                .map(Table::file)
                .findFirst()
                .orElse("price.csv");
        return new RuleFinding(
                NO_PRICE,
                RuleFinding.Severity.REFER,
                99,
                "We have no price for this amount and term",
                false,
                "price",
                file,
                1,
                facts.facts(),
                null);
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

    private static Verdict verdict(List<RuleFinding> findings) {
        return switch (findings.stream()
                .map(RuleFinding::severity)
                .max(Comparator.naturalOrder())
                .orElse(RuleFinding.Severity.INFO)) {
            case KNOCK_OUT -> Verdict.DECLINE;
            case REFER -> Verdict.REFER;
            case INFO -> Verdict.APPROVE;
        };
    }
}
