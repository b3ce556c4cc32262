package tallystick.loan.engine;

import java.util.List;

/**
 * What is left to plan after money was paid out or a rate changed.
 *
 * @param periods those to come, the present one first
 * @param segments the balances of the present one
 * @param waitingUnits interest of days before, paid with the present row
 * @param interest as known when it is planned
 */
record Rest(List<Period> periods, List<Segment> segments, long balanceUnits, long waitingUnits, InterestRule interest) {
    Period first() {
        return periods.getFirst();
    }

    /** Without the periods that are spared, as if today's balance stood at their end. */
    Rest after(int spared) {
        var skip = Math.min(Math.max(0, spared - first().nr() + 1), periods.size() - 1);
        if (skip == 0) {
            return this;
        }
        var period = periods.get(skip);
        return new Rest(
                periods.subList(skip, periods.size()),
                List.of(new Segment(period.from(), period.due(), balanceUnits)),
                balanceUnits,
                waitingUnits,
                interest);
    }
}
