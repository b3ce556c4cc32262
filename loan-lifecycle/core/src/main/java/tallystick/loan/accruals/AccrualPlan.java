package tallystick.loan.accruals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** Which interest of a loan is earned when: an amount for each of some spans of days, in minor units. */
public record AccrualPlan(List<Span> spans) {
    public static final AccrualPlan NOTHING = new AccrualPlan(List.of());

    public AccrualPlan {
        spans = List.copyOf(spans);
    }

    /** Reads what {@link #toString} prints. */
    public static AccrualPlan parse(String text) {
        return text.isEmpty()
                ? NOTHING
                : new AccrualPlan(
                        Arrays.stream(text.split(";", -1)).map(Span::parse).toList());
    }

    /** What is earned by the end of a day. */
    public long through(LocalDate day) {
        return spans.stream().mapToLong(span -> span.through(day)).sum();
    }

    /** By how much the earnings of a day differ from those of the day before, for days after one that is posted already. */
    public TreeMap<LocalDate, Long> changesAfter(LocalDate posted) {
        var changes = new TreeMap<LocalDate, Long>();
        spans.forEach(span -> span.addChangesAfter(posted, changes));
        changes.values().removeIf(change -> change == 0);
        return changes;
    }

    /**
     * What one owner earns of it: of each amount, by how much its part of the running total grows.
     *
     * @param ofTotal what is the owner's of a total
     */
    public AccrualPlan part(LongUnaryOperator ofTotal) {
        var parts = new ArrayList<Span>();
        var total = 0L;
        for (var span : spans) {
            var part = ofTotal.applyAsLong(total + span.units()) - ofTotal.applyAsLong(total);
            parts.add(new Span(span.from(), span.to(), part));
            total += span.units();
        }
        return new AccrualPlan(parts);
    }

    /** With one amount more. */
    public AccrualPlan and(Span more) {
        var all = new ArrayList<>(spans);
        all.add(more);
        return new AccrualPlan(all);
    }

    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(";"));
    }

    /**
     * An amount earned evenly over days, the last day taking the rest.
     *
     * @param from the first day
     * @param to the day after the last
     */
    public record Span(LocalDate from, LocalDate to, long units) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("Expected a span of days; found %s to %s.".formatted(from, to));
            }
        }

        /** All of it on one day. */
        public static Span on(LocalDate day, long units) {
            return new Span(day, day.plusDays(1), units);
        }

        static Span parse(String text) {
            var cells = text.split("/", -1);
            return new Span(LocalDate.parse(cells[0]), LocalDate.parse(cells[1]), Long.parseLong(cells[2]));
        }

        private long days() {
            return to.toEpochDay() - from.toEpochDay();
        }

        private long daily() {
            return units / days();
        }

        long through(LocalDate day) {
            var gone = day.toEpochDay() - from.toEpochDay() + 1;
            return gone <= 0 ? 0 : gone >= days() ? units : daily() * gone;
        }

        void addChangesAfter(LocalDate posted, TreeMap<LocalDate, Long> changes) {
            var first = from.isAfter(posted) ? from : posted.plusDays(1);
            if (first.isBefore(to)) {
                var last = units - daily() * (days() - 1);
                changes.merge(first, daily(), Long::sum);
                changes.merge(to.minusDays(1), last - daily(), Long::sum);
                changes.merge(to, -last, Long::sum);
            }
        }

        @Override
        public String toString() {
            return from + "/" + to + "/" + units;
        }
    }
}
