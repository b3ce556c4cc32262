package tallystick.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One evaluation: score, grade, price and limit, then findings, each stage knowing what the ones before gave. */
final class Evaluating {
    /** Divides where nothing is left to lend. */
    private static final BigDecimal LEAST_LIMIT = new BigDecimal("0.01");

    private final ScoreCard card;
    private final Explaining explaining;
    private final Rules rules;
    private final Function<FactSheet, List<RuleFinding>> guarded;
    private final FactSheet facts;

    interface Rules {
        /** The rows of a stage that hold and count. */
        List<Inquiry.Found> ask(Stage stage, FactSheet facts);

        /** Whether score, grade or price depend on one of these. */
        boolean priceBy(Set<String> facts);
    }

    /** @param guarded what rules beside the tables find */
    Evaluating(
            ScoreCard card,
            Explaining explaining,
            Rules rules,
            Function<FactSheet, List<RuleFinding>> guarded,
            FactSheet facts) {
        this.guarded = guarded;
        this.card = card;
        this.explaining = explaining;
        this.rules = rules;
        this.facts = facts;
    }

    /** The price alone, of a case whose grade is given. */
    Evaluation priced() {
        return new Evaluation(Verdict.APPROVE, null, facts.text("grade"), null, price(facts), List.of());
    }

    List<Skipped> skipped() {
        return rules.ask(Stage.ROUTE, facts).stream()
                .map(row -> new Skipped(
                        row.line().get("programme"),
                        row.line().get("code"),
                        row.line().get("text"),
                        row.table().file(),
                        row.line().number()))
                .toList();
    }

    /** At a price that is given; whatever follows from it stands among the facts. */
    Evaluation at(@Nullable BigDecimal rate) {
        var points = rules.ask(Stage.SCORE, facts);
        return decided(points, graded(scored(points)), rate);
    }

    /** What follows from the price is known to limits and findings. To all others too, if a table looks at it: then once more. */
    Evaluation run(FollowingPrice following) {
        var points = rules.ask(Stage.SCORE, facts);
        var graded = graded(scored(points));
        var rate = price(graded);
        var more = following.of(rate);
        return rules.priceBy(more.keySet())
                ? new Evaluating(card, explaining, rules, guarded, facts.with(more)).run(FollowingPrice.NOTHING)
                : decided(points, graded.with(more), rate);
    }

    private Evaluation decided(List<Inquiry.Found> points, FactSheet graded, @Nullable BigDecimal rate) {
        var limit = limit(graded);
        var priced = rate == null ? graded : graded.and("rate", rate);
        var findings = findings(limit == null ? priced : withinLimit(priced, limit), rate);
        points.forEach(row -> findings.add(explaining.points(row, facts, card.lost(row))));
        findings.sort(Comparator.comparingInt(RuleFinding::rank));
        return new Evaluation(verdict(findings), ScoreCard.sum(points), graded.text("grade"), limit, rate, findings);
    }

    private FactSheet scored(List<Inquiry.Found> points) {
        var score = ScoreCard.sum(points);
        return score == null ? facts : facts.and("score", BigDecimal.valueOf(score));
    }

    private FactSheet graded(FactSheet scored) {
        return first(Stage.GRADE, scored)
                .map(line -> scored.and("grade", line.get("grade")))
                .orElse(scored);
    }

    /** How much of the limit is asked for, so that a table can say what happens above it. */
    private static FactSheet withinLimit(FactSheet sheet, BigDecimal limit) {
        var asked = sheet.number("amount");
        var limited = sheet.and("limit", limit);
        return asked == null
                ? limited
                : limited.and("amountToLimit", asked.divide(limit.max(LEAST_LIMIT), 4, RoundingMode.UP));
    }

    /**
     * The tightest of all limits: a number is the most a party may owe, so what it owes already is taken off; a fact is the
     * most for this loan. One that rests on a fact nobody knows leaves the case without a limit.
     */
    private @Nullable BigDecimal limit(FactSheet sheet) {
        BigDecimal tightest = null;
        for (var row : rules.ask(Stage.LIMIT, sheet)) {
            var limit = limit(row.line().get("limit"), sheet);
            if (limit == null) {
                return null;
            }
            tightest = tightest == null ? limit : tightest.min(limit);
        }
        return tightest;
    }

    private static @Nullable BigDecimal limit(String cell, FactSheet sheet) {
        if (!Character.isDigit(cell.charAt(0))) {
            return sheet.number(cell);
        }
        var owed = sheet.number("own.owed");
        return owed == null ? null : new BigDecimal(cell).subtract(owed).max(BigDecimal.ZERO);
    }

    /** The price of the first row that holds, with what is added, inside its bounds, to a hundredth of a percent. */
    private @Nullable BigDecimal price(FactSheet sheet) {
        var base = first(Stage.PRICE, sheet);
        if (base.isEmpty() || base.get().get("rate").equals(Cells.NO_OFFER)) {
            return null;
        }
        var rate = new BigDecimal(base.get().get("rate"));
        for (var addon : rules.ask(Stage.ADDON, sheet)) {
            rate = rate.add(new BigDecimal(addon.line().get("rate")));
        }
        for (var bounds : rules.ask(Stage.BOUNDS, sheet)) {
            rate = rate.max(new BigDecimal(bounds.line().get("floor")))
                    .min(new BigDecimal(bounds.line().get("ceiling")));
        }
        var rounded = rate.setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 2 ? rounded.setScale(2) : rounded;
    }

    private Optional<Table.Line> first(Stage stage, FactSheet sheet) {
        return rules.ask(stage, sheet).stream().findFirst().map(Inquiry.Found::line);
    }

    private List<RuleFinding> findings(FactSheet sheet, @Nullable BigDecimal rate) {
        var findings = new ArrayList<RuleFinding>();
        rules.ask(Stage.FINDINGS, sheet).forEach(row -> findings.add(explaining.finding(row, sheet)));
        findings.addAll(guarded.apply(sheet));
        if (rate == null && findings.stream().allMatch(finding -> finding.severity() == RuleFinding.Severity.INFO)) {
            findings.add(explaining.withoutPrice(facts));
        }
        return findings;
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
