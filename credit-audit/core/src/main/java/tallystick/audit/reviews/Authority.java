package tallystick.audit.reviews;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallystick.audit.tables.ShippedTable;
import tallystick.kernel.Money;

/** Who may approve what, as data. The amount is the exposure of the party after this loan, in its own currency. */
final class Authority {
    private static final Authority SHIPPED = read("/authority/matrix.csv");

    private static final Set<String> NEVER = ShippedTable.rows("/authority/never.csv").stream()
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());

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
        return new Authority(
                ShippedTable.rows(file).stream().map(Authority::row).toList());
    }

    private static Row row(List<String> cells) {
        return new Row(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                cells.get(2),
                List.of(cells.get(3).split("\\|", -1)),
                Money.of(cells.get(4), cells.get(5)));
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

    /** Those of the codes that nobody may override. */
    static List<String> never(@Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream().filter(NEVER::contains).toList();
    }

    /** Whether one of these roles is enough for the need: a senior may do what an underwriter may. */
    static boolean covers(List<String> roles, Need need) {
        return roles.contains(need.role())
                || (need.role().equals("underwriter") && roles.contains("senior-underwriter"));
    }
}
