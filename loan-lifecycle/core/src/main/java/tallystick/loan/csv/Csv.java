package tallystick.loan.csv;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes RFC 4180: commas, CRLF, quotes only where they are needed, one head line. The same rows give the same bytes. */
public final class Csv {
    /** The media type, with the head line said. */
    public static final String TYPE = "text/csv";

    private final StringBuilder text = new StringBuilder();

    private Csv(String... head) {
        line(Arrays.stream(head));
    }

    public static Csv of(String... head) {
        return new Csv(head);
    }

    public <T> Csv rows(List<T> rows, Function<T, List<? extends @Nullable Object>> cells) {
        rows.forEach(row -> line(cells.apply(row).stream().map(Csv::text)));
        return this;
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }

    private void line(java.util.stream.Stream<String> cells) {
        text.append(cells.map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    /** A cell that a spreadsheet would run as a formula is disarmed with a quote mark; amounts below zero are numbers. */
    private static String cell(String text) {
        var safe = text.matches("(?s)[=+@\\t\\r].*|-(?!\\d+(\\.\\d+)?$).*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
