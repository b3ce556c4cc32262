package tallystick.audit.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the law of a place wants, as data with its source; figures are examples until counsel confirms them.
 *
 * @param days to send a notice in
 */
record Law(String jurisdiction, int days, String language, String statement) {
    private static final List<Law> ALL = rows("/notices/laws.csv", 1).stream()
            .map(row -> new Law(row.get(0), Integer.parseInt(row.get(1)), row.get(2), row.get(3)))
            .toList();

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

    private static String text(Language language) {
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
