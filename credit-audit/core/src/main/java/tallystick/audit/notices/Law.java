package tallystick.audit.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the law of a place wants, as data with its source; figures are examples until counsel confirms them.
 *
 * @param days to send a notice in, by its occasion; for an occasion that is not among them none is owed
 */
record Law(String jurisdiction, Map<Occasion, Integer> days, String language, String statement) {
    private static final List<Occasion> COLUMNS = List.of(Occasion.values());
    private static final List<Law> ALL = rows("/notices/laws.csv", 1).stream()
            .map(row -> new Law(
                    row.get(0),
                    days(row.subList(1, 1 + COLUMNS.size())),
                    row.get(1 + COLUMNS.size()),
                    row.get(2 + COLUMNS.size())))
            .toList();

    private static Map<Occasion, Integer> days(List<String> cells) {
        var days = new EnumMap<Occasion, Integer>(Occasion.class);
        var column = cells.iterator();
        for (var occasion : COLUMNS) {
            var cell = column.next();
            if (!cell.isEmpty()) {
                days.put(occasion, Integer.valueOf(cell));
            }
        }
        return Map.copyOf(days);
    }

    private static final List<List<String>> BUREAU = rows("/notices/bureau.csv", 1);

    static Law of(String jurisdiction, Language language) {
        return ALL.stream()
                .filter(law -> law.jurisdiction.equals(jurisdiction) && law.language.equals(text(language)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Expected notices/laws.csv to have %s in %s; it has not. Add the row."
                                .formatted(jurisdiction, language)));
    }

    /** What must be said where a credit record counted. */
    static String bureau(String jurisdiction, Language language) {
        return BUREAU.stream()
                .filter(row -> row.get(0).equals(jurisdiction) && row.get(1).equals(text(language)))
                .map(row -> row.get(2))
                .findFirst()
                .orElseThrow();
    }

    boolean wants(Occasion occasion) {
        return days.containsKey(occasion);
    }

    /** The last day to send it. */
    LocalDate dueBy(Occasion occasion, LocalDate said) {
        return said.plusDays(Objects.requireNonNull(days.get(occasion)));
    }

    static String text(Language language) {
        return language.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @param heads lines to leave out */
    static List<List<String>> rows(String file, int heads) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Law.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(heads).map(tallystick.rules.Csv::cells).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + file + ".", unreadable);
        }
    }
}
