package tallystick.rules;

import java.util.ArrayList;
import java.util.List;

/** Which rows held in one run. The only thing a generated rule can do is add to it. */
public final class Hits {
    private final List<Hit> found = new ArrayList<>();

    record Hit(int table, int line) {}

    public void add(int table, int line) {
        found.add(new Hit(table, line));
    }

    /** In the order of tables and lines, whatever order the engine took. */
    List<Hit> inOrder() {
        return found.stream()
                .sorted(java.util.Comparator.comparingInt(Hit::table).thenComparingInt(Hit::line))
                .toList();
    }
}
