package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;
import tallystick.kernel.Money;

/** Reads a statement off the rows. */
final class Standing {
    private Standing() {}

    static Statement of(Replay replay, List<Share> shares, LocalDate asOf) {
        var rows = replay.rows();
        var late = rows.all().stream()
                .filter(row -> row.due().isBefore(asOf) && !row.isPaid())
                .toList();
        var currency = replay.credit().currency();
        var overdue =
                late.stream().mapToLong(row -> row.outstanding().totalUnits()).sum();
        return new Statement(
                asOf,
                rows.all().stream().map(OpenRow::statement).toList(),
                shares,
                outstanding(rows, asOf, Parts.none(currency)),
                Money.ofMinor(currency, overdue),
                replay.credit(),
                late.isEmpty() ? null : late.getFirst().due(),
                rows.arePaid());
    }

    private static Parts outstanding(OpenRows rows, LocalDate asOf, Parts none) {
        var outstanding = none;
        for (var row : rows.all()) {
            outstanding = row.due().isAfter(asOf)
                    ? outstanding.plus(Component.PRINCIPAL, row.outstanding(Component.PRINCIPAL))
                    : outstanding.plus(row.outstanding());
        }
        return outstanding;
    }
}
