package tallystick.application.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a contract calls things, in the languages of its market. */
final class Words {
    private static final List<String[]> ROWS = read();

    private final Map<String, String> said;

    private Words(Map<String, String> said) {
        this.said = said;
    }

    /** @param languages the binding one first */
    static Words in(List<String> languages) {
        var columns = languages.stream().map(Words::column).toList();
        return new Words(ROWS.stream()
                .skip(1)
                .collect(Collectors.toMap(
                        row -> row[0],
                        row -> columns.stream().map(column -> row[column]).collect(Collectors.joining(" ")))));
    }

    /** A word that nobody has written down stands for itself. */
    String of(String key) {
        return said.getOrDefault(key, key);
    }

    private static int column(String language) {
        var at = List.of(ROWS.getFirst()).indexOf(language);
        if (at < 1) {
            throw new IllegalArgumentException("Expected words in %s; found none.".formatted(language));
        }
        return at;
    }

    private static List<String[]> read() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/contract/words.csv"), "words.csv"),
                StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read words.csv.", unreadable);
        }
    }
}
