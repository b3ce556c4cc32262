package tallystick.audit.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tallystick.rules.Csv;

/** A file of ours with heads and rows. */
public final class ShippedTable {
    private ShippedTable() {}

    /** Its rows without the heads. */
    public static List<List<String>> rows(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ShippedTable.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Csv::cells).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + file + ".", unreadable);
        }
    }
}
