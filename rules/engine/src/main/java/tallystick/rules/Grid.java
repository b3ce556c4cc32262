package tallystick.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for cases a table says nothing about, and for those it counts twice, by trying every combination of values that its
 * conditions can tell apart: each threshold, just beside it, each word and one that is not named.
 */
final class Grid {
    private static final int MOST_POINTS = 50_000;
    private static final String ANOTHER_WORD = "ANYTHING_ELSE";

    private final Table table;
    private final Complaints complaints;

    Grid(Table table, Complaints complaints) {
        this.table = table;
        this.complaints = complaints;
    }

    void check() {
        switch (table.stage()) {
            case GRADE, PRICE -> lookAt(table.lines());
            case SCORE ->
                table.lines().stream()
                        .collect(Collectors.groupingBy(line -> line.get("code")))
                        .values()
                        .forEach(this::lookAt);
            case FINDINGS, LIMIT, ADDON, BOUNDS, ROUTE -> {}
        }
    }

    private void lookAt(List<Table.Line> lines) {
        var values = new TreeMap<String, List<String>>();
        lines.forEach(line -> line.conditions().stream()
                .filter(condition -> !condition.operator().isPresence())
                .forEach(condition -> values.computeIfAbsent(condition.fact(), _ -> values(lines, condition))));
        // Capped at each step: thirty columns would overflow any number.
        var points = values.values().stream()
                .mapToLong(List::size)
                .reduce(1, (before, more) -> Math.min(before * more, MOST_POINTS + 1));
        if (points > MOST_POINTS) {
            complaints.warn(
                    table.file(),
                    lines.getFirst().number(),
                    "too-wide",
                    "The rows tell more than %d cases apart, too many to look for gaps.".formatted(MOST_POINTS),
                    "Split the table, each part for cases of its own.");
        } else {
            tryAll(lines, List.copyOf(values.entrySet()), new TreeMap<>(), new ArrayList<>());
        }
    }

    private static List<String> values(List<Table.Line> lines, Condition like) {
        var same = lines.stream()
                .flatMap(line -> line.conditions().stream())
                .filter(condition -> condition.fact().equals(like.fact())
                        && !condition.operator().isPresence())
                .toList();
        var values = new LinkedHashSet<String>();
        if (like.operator().isNumeric()) {
            for (var condition : same) {
                var beside = BigDecimal.ONE.movePointLeft(condition.limit().scale() + 1);
                values.add(condition.limit().subtract(beside).toPlainString());
                values.add(condition.limit().toPlainString());
                values.add(condition.limit().add(beside).toPlainString());
            }
        } else {
            same.forEach(condition -> values.addAll(condition.words()));
            values.add(ANOTHER_WORD);
        }
        return List.copyOf(values);
    }

    /** @param told what was said already, since one gap of a kind is enough */
    private void tryAll(
            List<Table.Line> lines,
            List<Map.Entry<String, List<String>>> open,
            Map<String, String> point,
            List<String> told) {
        if (!open.isEmpty()) {
            var next = open.getFirst();
            for (var value : next.getValue()) {
                point.put(next.getKey(), value);
                tryAll(lines, open.subList(1, open.size()), point, told);
            }
            return;
        }
        var sheet = FactSheet.readAll(point);
        var holding = lines.stream().filter(line -> line.holds(sheet)).toList();
        if (holding.isEmpty()) {
            tellOnce(told, "gap", () -> gap(lines.getFirst(), point));
        } else if (holding.size() > 1 && !table.first()) {
            tellOnce(told, "overlap" + holding.get(1).number(), () -> overlap(holding, point));
        }
    }

    private static void tellOnce(List<String> told, String what, Runnable tell) {
        if (!told.contains(what)) {
            told.add(what);
            tell.run();
        }
    }

    private void gap(Table.Line first, Map<String, String> point) {
        complaints.warn(
                table.file(),
                first.number(),
                "gap",
                "No row holds for %s.".formatted(words(point)),
                "Add a row for it, or widen one; where nothing shall be offered, say so.");
    }

    private void overlap(List<Table.Line> holding, Map<String, String> point) {
        complaints.add(
                table.file(),
                holding.get(1).number(),
                "overlap",
                "This row and the one in line %d both count for %s."
                        .formatted(holding.getFirst().number(), words(point)),
                "Make them exclude each other, or let only the first row count.");
    }

    private static String words(Map<String, String> point) {
        return point.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
