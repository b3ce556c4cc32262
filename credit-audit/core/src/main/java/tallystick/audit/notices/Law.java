package tallystick.audit.notices;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tallystick.audit.tables.ShippedTable;

/**
 * What the law of a place wants, as data with its source; figures are examples until counsel confirms them.
 *
 * @param days to send a notice in, by its occasion; for an occasion that is not among them none is owed
 */
record Law(String jurisdiction, Map<Occasion, Integer> days, String language, String statement) {
    private static final List<Occasion> COLUMNS = List.of(Occasion.values());
    private static final List<Law> ALL = ShippedTable.rows("/notices/laws.csv").stream()
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

    private static final List<List<String>> BUREAU = ShippedTable.rows("/notices/bureau.csv");

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
}
