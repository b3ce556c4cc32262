package tallystick.audit.reviews;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/** Who may approve what, as data. The amount is the exposure of the party after this loan, in its own currency. */
final class Authority {
    private static final Authority SHIPPED = read("/authority/matrix.csv");

    private final List<Row> rows;

    /** So many different people of a role may approve up to the amount for these grades. */
    record Row(String role, int count, String kind, List<String> grades, Money amount) {
        private boolean covers(String asked, Money exposure, String grade) {
            return kind.equals(asked)
                    && grades.contains(grade)
                    && amount.currency().equals(exposure.currency())
                    && exposure.compareTo(amount) <= 0;
        }
    }

    /** How many people of a role a case needs. */
    record Need(String role, int count) {}

    private Authority(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static Authority shipped() {
        return SHIPPED;
    }

    private static Authority read(String file) {
        return new Authority(cells(file).stream().map(Authority::row).toList());
    }

    /** The rows of a table of ours, without its heads. */
    static List<String[]> cells(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Authority.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + file + ".", unreadable);
        }
    }

    private static Row row(String[] cells) {
        return new Row(
                cells[0],
                Integer.parseInt(cells[1]),
                cells[2],
                List.of(cells[3].split("\\|", -1)),
                Money.of(cells[4], cells[5]));
    }

    List<Row> rows() {
        return rows;
    }

    /** The lowest level that may approve; empty above everybody. */
    Optional<Need> need(@Nullable String kind, Money exposure, @Nullable String grade) {
        return rows.stream()
                .filter(row -> row.covers(kind == null ? "CASH" : kind, exposure, grade == null ? "E" : grade))
                .findFirst()
                .map(row -> new Need(row.role(), row.count()));
    }

    /** Whether one of these roles is enough for the need: a senior may do what an underwriter may. */
    static boolean covers(List<String> roles, Need need) {
        return roles.contains(need.role())
                || (need.role().equals("underwriter") && roles.contains("senior-underwriter"));
    }
}
