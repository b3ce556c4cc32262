package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import tallystick.loan.engine.flows.CashFlow;
import tallystick.loan.engine.flows.InternalRate;

/**
 * Flat interest as the actuary sees it: at the daily rate whose compounding makes all rows worth what was paid out, the
 * debt of a day is what the rows after it are worth on it.
 */
final class EarnedAtOwnRate implements Earning {
    private final Schedule schedule;
    private final BigDecimal growth;

    EarnedAtOwnRate(Schedule schedule) {
        this.schedule = schedule;
        growth = BigDecimal.ONE.add(InternalRate.of(flows(schedule)).orElse(BigDecimal.ZERO));
    }

    private static List<CashFlow> flows(Schedule schedule) {
        var start = schedule.rows().getFirst().due().toEpochDay();
        return schedule.rows().stream()
                .map(row -> new CashFlow(
                        row.isToPay() ? toPay(row) : -row.balanceUnits(),
                        (int) (row.due().toEpochDay() - start),
                        BigDecimal.ZERO))
                .toList();
    }

    private static long toPay(Row row) {
        return row.parts().principalUnits() + row.parts().interestUnits();
    }

    @Override
    public long accrued(LocalDate through) {
        var worth = BigDecimal.ZERO;
        var principal = 0L;
        for (var row : schedule.due()) {
            if (row.due().isAfter(through)) {
                var days = (int) (row.due().toEpochDay() - through.toEpochDay());
                worth = worth.add(BigDecimal.valueOf(toPay(row))
                        .divide(growth.pow(days, InternalRate.DIGITS), InternalRate.DIGITS));
                principal += row.parts().principalUnits();
            }
        }
        var debt = worth.setScale(0, Rounding.HALF_EVEN.mode()).longValueExact();
        return Math.max(0, debt - principal);
    }
}
