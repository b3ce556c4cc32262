package tallystick.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One figure over the rounds of a run. */
final class Series {
    private final String unit;
    private final List<Double> rounds = new ArrayList<>();

    Series(String unit) {
        this.unit = unit;
    }

    void add(double value) {
        rounds.add(value);
    }

    double median() {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    Map<String, Object> summary() {
        return Map.of(
                "unit", unit,
                "median", median(),
                "min", Collections.min(rounds),
                "max", Collections.max(rounds),
                "rounds", List.copyOf(rounds));
    }

    String row() {
        return "%s %s | %s | %s | %d"
                .formatted(
                        text(median()),
                        unit,
                        text(Collections.min(rounds)),
                        text(Collections.max(rounds)),
                        rounds.size());
    }

    private static String text(double value) {
        return value >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
    }
}
