package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tallystick.kernel.Money;

/** Notes on the way what is left of each row when its days of grace are over: later nobody can tell. */
final class GraceEnds {
    private final int days;
    private final Map<OpenRow, Long> left = new LinkedHashMap<>();

    GraceEnds(int days) {
        this.days = days;
    }

    /** What is left before a day begins: nothing happens any more until then. */
    void note(LocalDate day, List<OpenRow> rows) {
        for (var row : rows) {
            if (isPlanned(row) && row.due().plusDays(days).isBefore(day)) {
                left.computeIfAbsent(row, OpenRow::plannedUnits);
            }
        }
    }

    private static boolean isPlanned(OpenRow row) {
        return !row.isAdded() && row.planned().type() == RowType.INSTALLMENT;
    }

    List<LateRow> late(Currency currency) {
        return left.entrySet().stream()
                .filter(noted -> noted.getValue() > 0)
                .map(noted -> new LateRow(noted.getKey().due(), Money.ofMinor(currency, noted.getValue())))
                .toList();
    }
}
