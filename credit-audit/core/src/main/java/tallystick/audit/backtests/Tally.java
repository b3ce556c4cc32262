package tallystick.audit.backtests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tallystick.audit.backtests.BacktestReport.Flipped;
import tallystick.audit.backtests.BacktestReport.Rates;
import tallystick.audit.backtests.BacktestReport.Row;
import tallystick.audit.backtests.BacktestReport.Shift;
import tallystick.audit.backtests.Recordings.Recording;
import tallystick.rules.Evaluation;
import tallystick.rules.RuleFinding;
import tallystick.rules.RuleSet;

/** Adds judged cases up. Of one thread; tallies of several add up to one. */
final class Tally implements RuleSet.Seen {
    private static final int MOST_FLIPPED = 10_000;
    private static final int DIGITS = 6;

    private final Map<String, Long> matrix = new TreeMap<>();
    private final Map<String, Long> reasonsThen = new TreeMap<>();
    private final Map<String, Long> reasonsNow = new TreeMap<>();
    private final Map<RuleSet.Row, Long> rows = new HashMap<>();
    private final List<Flipped> flipped = new ArrayList<>();
    private BigDecimal ratesThen = BigDecimal.ZERO;
    private BigDecimal ratesNow = BigDecimal.ZERO;
    private long priced;
    private long judged;
    private long erased;
    private long flips;

    void erased() {
        erased++;
    }

    void add(Recording then, Evaluation now) {
        judged++;
        var outcome = now.verdict().name();
        count(matrix, then.outcome() + ">" + outcome);
        reasons(then.reasons()).forEach(code -> count(reasonsThen, code));
        now.reasons().forEach(reason -> count(reasonsNow, reason.code()));
        var rate = now.annualRate();
        if (then.outcome().equals("APPROVE") && outcome.equals("APPROVE") && then.rate() != null && rate != null) {
            ratesThen = ratesThen.add(then.rate());
            ratesNow = ratesNow.add(rate);
            priced++;
        }
        if (!then.outcome().equals(outcome)) {
            flip(then, now);
        }
    }

    /** One of which nobody knows yet whether any case reaches it. */
    void unseen(RuleSet.Row row) {
        rows.putIfAbsent(row, 0L);
    }

    @Override
    public void row(RuleSet.Row row) {
        rows.merge(row, 1L, Long::sum);
    }

    private void flip(Recording then, Evaluation now) {
        flips++;
        if (flipped.size() < MOST_FLIPPED) {
            flipped.add(new Flipped(
                    then.audit(),
                    then.nr(),
                    then.application(),
                    then.outcome(),
                    now.verdict().name(),
                    now.reasons().stream().map(RuleFinding::code).collect(Collectors.joining("|")),
                    "/api/v1/audits/" + then.audit()));
        }
    }

    private static List<String> reasons(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
    }

    private static void count(Map<String, Long> counts, String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void add(Tally other) {
        other.matrix.forEach((what, count) -> matrix.merge(what, count, Long::sum));
        other.reasonsThen.forEach((what, count) -> reasonsThen.merge(what, count, Long::sum));
        other.reasonsNow.forEach((what, count) -> reasonsNow.merge(what, count, Long::sum));
        other.rows.forEach((what, count) -> rows.merge(what, count, Long::sum));
        other.flipped.stream().limit(Math.max(0, MOST_FLIPPED - flipped.size())).forEach(flipped::add);
        ratesThen = ratesThen.add(other.ratesThen);
        ratesNow = ratesNow.add(other.ratesNow);
        priced += other.priced;
        judged += other.judged;
        erased += other.erased;
        flips += other.flips;
    }

    long judged() {
        return judged;
    }

    long flips() {
        return flips;
    }

    Shift approved() {
        return new Shift(sum("APPROVE>", true), sum(">APPROVE", false));
    }

    private long sum(String part, boolean start) {
        return matrix.entrySet().stream()
                .filter(entry ->
                        start ? entry.getKey().startsWith(part) : entry.getKey().endsWith(part))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    BacktestReport report(String id, String ruleSet, Period period) {
        return new BacktestReport(
                id,
                ruleSet,
                period.from(),
                period.to(),
                period.product(),
                period.channel(),
                period.sample() == null ? "1" : period.sample(),
                judged,
                erased,
                matrix,
                approved(),
                priced == 0 ? null : new Rates(mean(ratesThen), mean(ratesNow)),
                reasons(),
                rows(),
                flips,
                flipped,
                BacktestReport.CAUTION);
    }

    private String mean(BigDecimal sum) {
        return sum.divide(BigDecimal.valueOf(priced), DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private Map<String, Shift> reasons() {
        var all = new TreeMap<String, Shift>();
        reasonsThen.forEach((code, count) -> all.put(code, new Shift(count, reasonsNow.getOrDefault(code, 0L))));
        reasonsNow.forEach((code, count) -> all.putIfAbsent(code, new Shift(0, count)));
        return all;
    }

    private List<Row> rows() {
        return rows.entrySet().stream()
                .map(row -> new Row(row.getKey().file(), row.getKey().line(), row.getValue()))
                .sorted(Comparator.comparing(Row::file).thenComparingInt(Row::row))
                .toList();
    }
}
