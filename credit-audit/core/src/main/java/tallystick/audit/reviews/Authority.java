package tallystick.audit.reviews;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may approve what, as data. The amount is the exposure of the party after this loan. */
final class Authority {
    private static final Authority SHIPPED = read("/authority/matrix.csv");

    private final List<Row> rows;

    /** So many different people of a role may approve up to the amount for these grades. */
    record Row(String role, int count, List<String> grades, BigDecimal amount) {}

    /** How many people of a role a case needs. */
    record Need(String role, int count) {}

    private Authority(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static Authority shipped() {
        return SHIPPED;
    }

    private static Authority read(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Authority.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return new Authority(
                    reader.lines().skip(1).map(line -> row(line.split(",", -1))).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + file + ".", unreadable);
        }
    }

    private static Row row(String[] cells) {
        return new Row(
                cells[0], Integer.parseInt(cells[1]), List.of(cells[2].split("\\|", -1)), new BigDecimal(cells[3]));
    }

    List<Row> rows() {
        return rows;
    }

    /** The lowest level that may approve; empty above everybody. */
    Optional<Need> need(BigDecimal exposure, @Nullable String grade) {
        return rows.stream()
                .filter(row ->
                        row.grades().contains(grade == null ? "E" : grade) && exposure.compareTo(row.amount()) <= 0)
                .findFirst()
                .map(row -> new Need(row.role(), row.count()));
    }

    /** Whether one of these roles is enough for the need: a senior may do what an underwriter may. */
    static boolean covers(List<String> roles, Need need) {
        return roles.contains(need.role())
                || (need.role().equals("underwriter") && roles.contains("senior-underwriter"));
    }
}
