package tallystick.loan.engine;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** A row while money is being shared out: what each component still owes, and what it got. */
final class OpenRow {
    private final Row row;
    private final Map<Component, BigDecimal> owed = new EnumMap<>(Component.class);
    private final Map<Component, BigDecimal> paid = new EnumMap<>(Component.class);

    OpenRow(Row row, BigDecimal zero) {
        this.row = row;
        owed.put(Component.PRINCIPAL, row.principal());
        owed.put(Component.INTEREST, row.interest());
        owed.put(Component.FEE, row.fees());
        owed.put(Component.PENALTY, row.penalties());
        for (var component : Component.values()) {
            paid.put(component, zero);
        }
    }

    Row row() {
        return row;
    }

    BigDecimal owed(Component component) {
        return owed.getOrDefault(component, BigDecimal.ZERO);
    }

    BigDecimal paid(Component component) {
        return paid.getOrDefault(component, BigDecimal.ZERO);
    }

    BigDecimal outstanding() {
        return sum(owed);
    }

    /** Takes at most what is owed; returns what it took. */
    BigDecimal take(Component component, BigDecimal offered) {
        var taken = offered.min(owed(component));
        owed.merge(component, taken.negate(), BigDecimal::add);
        paid.merge(component, taken, BigDecimal::add);
        return taken;
    }

    void charge(Component component, BigDecimal amount) {
        owed.merge(component, amount, BigDecimal::add);
    }

    /** Sets what a component owes in all, beside what it got already. */
    void owes(Component component, BigDecimal left) {
        owed.put(component, left);
    }

    /** As it stands: what was charged or dropped shows in the row itself. */
    Statement.PaidRow closed() {
        var now = new Row(
                row.nr(),
                row.from(),
                row.due(),
                all(Component.PRINCIPAL),
                all(Component.INTEREST),
                all(Component.FEE),
                all(Component.PENALTY),
                row.balance());
        var got = new Parts(
                paid(Component.PRINCIPAL),
                paid(Component.INTEREST),
                paid(Component.FEE),
                paid(Component.PENALTY),
                paid(Component.PRINCIPAL).subtract(paid(Component.PRINCIPAL)));
        return new Statement.PaidRow(now, got, outstanding());
    }

    private BigDecimal all(Component component) {
        return owed(component).add(paid(component));
    }

    private static BigDecimal sum(Map<Component, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
