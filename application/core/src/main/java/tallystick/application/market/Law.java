package tallystick.application.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The law's figures in one market, each with its days in force and its source. They are rows of {@code law.csv}. */
public final class Law {
    private final List<Figure> figures;

    private Law(List<Figure> figures) {
        this.figures = List.copyOf(figures);
    }

    /**
     * One figure.
     *
     * @param name such as {@code max-annual-rate}
     * @param until the last day in force; null while it is open
     * @param source the rule it comes from, for whoever doubts it
     */
    public record Figure(
            String name, LocalDate from, @Nullable LocalDate until, BigDecimal value, String source) {
        boolean isInForce(LocalDate on) {
            return !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }

    static Law of(String jurisdiction) {
        return new Law(rows().stream()
                .filter(cells -> cells.getFirst().equals(jurisdiction))
                .map(Law::figure)
                .toList());
    }

    /** The figure of that name in force on a day; empty where the law says nothing. */
    public Optional<Figure> figure(String name, LocalDate on) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name) && figure.isInForce(on))
                .findFirst();
    }

    public List<Figure> figures() {
        return figures;
    }

    private static List<List<String>> rows() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Law.class.getResourceAsStream("/market/law.csv"), "law.csv"),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", 6)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read law.csv.", unreadable);
        }
    }

    private static Figure figure(List<String> cells) {
        return new Figure(
                cells.get(1),
                LocalDate.parse(cells.get(2)),
                cells.get(3).isEmpty() ? null : LocalDate.parse(cells.get(3)),
                new BigDecimal(cells.get(4)),
                cells.get(5));
    }
}
