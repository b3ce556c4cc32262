package tallystick.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The characteristics of a score card: the rows of one code, of which the best sets what the others lose. */
record ScoreCard(Map<String, Integer> best) {
    static ScoreCard of(List<Table> tables) {
        var best = new HashMap<String, Integer>();
        for (var table : tables) {
            if (table.stage() == Stage.SCORE) {
                table.lines().forEach(line -> best.merge(line.get("code"), points(line), Math::max));
            }
        }
        return new ScoreCard(best);
    }

    int lost(Inquiry.Found row) {
        return best.getOrDefault(row.line().get("code"), 0) - points(row.line());
    }

    static @Nullable Integer sum(List<Inquiry.Found> rows) {
        return rows.isEmpty()
                ? null
                : Integer.valueOf(
                        rows.stream().mapToInt(row -> points(row.line())).sum());
    }

    private static int points(Table.Line line) {
        return Integer.parseInt(line.get("points"));
    }
}
