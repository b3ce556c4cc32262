package tallystick.bank.gateway.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.bank.spi.FetchResult.Line;

/**
 * Compares what we expect on a statement with what is on it. By our own id first, then by the bank's reference, and by
 * amount only where one of ours and one of theirs are the only ones it could be: a guess that could be wrong is left to a
 * person. Each row is used once. Pure, and linear in the number of rows.
 */
final class Matching {
    private final Set<Ours> ours;
    private final Set<Line> theirs;
    private final List<Finding> findings = new ArrayList<>();

    private Matching(Collection<Ours> ours, Collection<Line> theirs) {
        this.ours = new LinkedHashSet<>(ours);
        this.theirs = new LinkedHashSet<>(theirs);
    }

    /** Money that we believe has moved. One instruction may have moved it out and back. */
    record Ours(
            String instruction, @Nullable String reference, Direction direction, Amount amount, LocalDate valueDate) {}

    /** What came of comparing. */
    sealed interface Finding {
        /** One of ours is one of theirs. */
        record Matched(Ours ours, Line theirs) implements Finding {}

        /** The same booking on another day: interest may differ. */
        record DateShift(Ours ours, Line theirs) implements Finding {}

        record AmountDiffers(Ours ours, Line theirs) implements Finding {}

        record OnlyOurs(Ours ours) implements Finding {}

        record OnlyTheirs(Line theirs) implements Finding {}
    }

    static List<Finding> of(Collection<Ours> ours, Collection<Line> theirs) {
        var matching = new Matching(ours, theirs);
        matching.by(
                mine -> mine.instruction() + mine.direction(),
                line -> line.instruction() == null ? null : line.instruction() + line.direction());
        matching.by(
                mine -> mine.reference() == null ? null : mine.reference() + mine.direction(),
                line -> line.instruction() == null ? line.reference() + line.direction() : null);
        matching.byAmount();
        matching.ours.forEach(mine -> matching.findings.add(new Finding.OnlyOurs(mine)));
        matching.theirs.forEach(line -> matching.findings.add(new Finding.OnlyTheirs(line)));
        return matching.findings;
    }

    /** A name names one row; two lines of one name leave the second to a person. */
    private void by(Function<Ours, @Nullable String> mineName, Function<Line, @Nullable String> lineName) {
        var lines = new HashMap<String, Line>();
        for (var line : theirs) {
            var name = lineName.apply(line);
            if (name != null) {
                lines.putIfAbsent(name, line);
            }
        }
        for (var mine : List.copyOf(ours)) {
            var name = mineName.apply(mine);
            var line = name == null ? null : lines.remove(name);
            if (line != null) {
                found(mine, line);
            }
        }
    }

    /** What the bank did not name: of the same way, amount and day, and the only one on both sides. */
    private void byAmount() {
        var lines = unique(theirs, line -> line.instruction() != null || line.loan() != null ? null : key(line));
        unique(ours, Matching::key).forEach((key, mine) -> {
            var line = lines.get(key);
            if (line != null) {
                found(mine, line);
            }
        });
    }

    private static <T> Map<Object, T> unique(Collection<T> rows, Function<T, @Nullable Object> key) {
        var counted = new HashMap<Object, List<T>>();
        for (var row : rows) {
            var its = key.apply(row);
            if (its != null) {
                counted.computeIfAbsent(its, _ -> new ArrayList<>(1)).add(row);
            }
        }
        var unique = new HashMap<Object, T>();
        counted.forEach((its, all) -> {
            if (all.size() == 1) {
                unique.put(its, all.getFirst());
            }
        });
        return unique;
    }

    private static Object key(Ours mine) {
        return List.of(mine.direction(), mine.amount(), mine.valueDate());
    }

    private static Object key(Line line) {
        return List.of(line.direction(), line.amount(), line.valueDate());
    }

    private void found(Ours mine, Line line) {
        ours.remove(mine);
        theirs.remove(line);
        findings.add(
                !mine.amount().equals(line.amount())
                        ? new Finding.AmountDiffers(mine, line)
                        : mine.valueDate().equals(line.valueDate())
                                ? new Finding.Matched(mine, line)
                                : new Finding.DateShift(mine, line));
    }
}
