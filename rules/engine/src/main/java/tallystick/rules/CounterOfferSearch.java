package tallystick.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for what would be approved instead, on a bounded grid of amounts and counts, by the same rules.
 *
 * @param amounts to try, beside the one asked for
 * @param counts of instalments to try, beside the one asked for
 * @param most alternatives to give
 */
public record CounterOfferSearch(List<BigDecimal> amounts, List<Integer> counts, int most) {
    /** Evaluations a search may cost. */
    public static final int MOST_TRIED = 200;

    public CounterOfferSearch {
        amounts = List.copyOf(amounts);
        counts = List.copyOf(counts);
        var tried = (amounts.size() + 1) * (counts.size() + 1);
        if (tried > MOST_TRIED) {
            throw new IllegalArgumentException(
                    "Expected at most %d alternatives to try; found %d.".formatted(MOST_TRIED, tried));
        }
    }

    /** Judges the case anew: the caller works out what follows from amount and count, such as the instalment. */
    @FunctionalInterface
    public interface Judge {
        Evaluation judge(BigDecimal amount, int count);
    }

    /** What differs from what was asked for. */
    public enum Changed {
        AMOUNT,
        COUNT
    }

    /** Something that would be approved. */
    public record Alternative(BigDecimal amount, int count, List<Changed> changed, Evaluation evaluation) {
        public Alternative {
            changed = List.copyOf(changed);
        }
    }

    /** The approved ones nearest to what was asked for: fewest changes, then the amount, then the count. Never more money. */
    public List<Alternative> nearest(BigDecimal amount, int count, Judge judge) {
        return grid(amount, count).stream()
                .sorted(nearness(amount, count))
                .map(point -> judged(point, amount, count, judge))
                .filter(found -> found.evaluation().verdict() == Verdict.APPROVE)
                .limit(most)
                .toList();
    }

    private record Point(BigDecimal amount, int count) {}

    private List<Point> grid(BigDecimal asked, int count) {
        var points = new ArrayList<Point>();
        for (var amount : with(amounts, asked)) {
            for (var other : with(counts, count)) {
                var same = amount.compareTo(asked) == 0 && other == count;
                if (!same && amount.signum() > 0 && amount.compareTo(asked) <= 0 && other > 0) {
                    points.add(new Point(amount, other));
                }
            }
        }
        return points;
    }

    private static <T extends Comparable<T>> List<T> with(List<T> some, T one) {
        var all = new ArrayList<>(some.stream()
                .filter(other -> other.compareTo(one) != 0)
                .distinct()
                .toList());
        all.add(one);
        return all;
    }

    private static Comparator<Point> nearness(BigDecimal amount, int count) {
        return Comparator.comparingInt(
                        (Point point) -> changes(point, amount, count).size())
                .thenComparing(point -> amount.subtract(point.amount).divide(amount, MathContext.DECIMAL32))
                .thenComparingInt(point -> Math.abs(point.count - count))
                .thenComparingInt(Point::count);
    }

    private static Alternative judged(Point point, BigDecimal amount, int count, Judge judge) {
        return new Alternative(
                point.amount, point.count, changes(point, amount, count), judge.judge(point.amount, point.count));
    }

    private static List<Changed> changes(Point point, BigDecimal amount, int count) {
        var changed = new ArrayList<Changed>();
        if (point.amount.compareTo(amount) != 0) {
            changed.add(Changed.AMOUNT);
        }
        if (point.count != count) {
            changed.add(Changed.COUNT);
        }
        return changed;
    }
}
