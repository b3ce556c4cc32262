package tallystick.bank.testkit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which sentences of the contract hold for an adapter, to be read by people and kept with its release. */
public record Report(String adapter, List<Line> lines) {
    public Report {
        lines = List.copyOf(lines);
    }

    /** @param broken why it does not hold; null when it does */
    record Line(
            Check.Group group, String sentence, @Nullable String broken) {
        @Override
        public String toString() {
            return "%-7s %-16s %s%s"
                    .formatted(
                            broken == null ? "holds" : "BROKEN",
                            group.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            sentence,
                            broken == null ? "" : "\n        " + broken);
        }
    }

    /** The sentences that do not hold. */
    public List<String> broken() {
        return lines.stream()
                .filter(line -> line.broken() != null)
                .map(Line::sentence)
                .toList();
    }

    @Override
    public String toString() {
        return "The adapter contract, %s: %d of %d sentences hold.%n%s%n"
                .formatted(
                        adapter,
                        lines.size() - broken().size(),
                        lines.size(),
                        lines.stream().map(Line::toString).collect(Collectors.joining("\n")));
    }
}
