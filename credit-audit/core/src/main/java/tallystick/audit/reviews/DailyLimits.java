package tallystick.audit.reviews;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tallystick.audit.tables.ShippedTable;
import tallystick.kernel.Money;

/** How much one person may approve on one day, by role: {@code authority/daily.csv}. */
final class DailyLimits {
    private static final List<Row> ROWS = ShippedTable.rows("/authority/daily.csv").stream()
            .map(cells -> new Row(cells.get(0), Money.of(cells.get(1), cells.get(2))))
            .toList();

    private record Row(String role, Money most) {}

    private DailyLimits() {}

    /** The most that one of these roles allows; empty where no role has a limit in the currency. */
    static Optional<Money> of(List<String> roles, Money like) {
        return ROWS.stream()
                .filter(row -> roles.contains(row.role) && row.most.currency().equals(like.currency()))
                .map(Row::most)
                .max(Comparator.naturalOrder());
    }
}
