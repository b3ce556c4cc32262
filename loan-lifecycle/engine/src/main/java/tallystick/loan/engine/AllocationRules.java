package tallystick.loan.engine;

import java.util.List;

/**
 * What money pays first.
 *
 * @param pastDue the order of components in rows whose due date has passed
 * @param due in the row that is due on the day
 * @param inAdvance in rows of the future
 */
public record AllocationRules(
        List<Component> pastDue, List<Component> due, List<Component> inAdvance, Across across, Future future) {
    /** Which way it goes through the rows. */
    public enum Across {
        ROWS,
        COMPONENTS
    }

    /** Which future row takes money that is more than is due. */
    public enum Future {
        NEXT_ROW,
        LAST_ROW,
        CREDIT
    }

    /** The same order in all three. */
    public static AllocationRules same(List<Component> order, Across across, Future future) {
        return new AllocationRules(order, order, order, across, future);
    }

    public AllocationRules {
        for (var order : List.of(pastDue, due, inAdvance)) {
            if (order.size() != Component.values().length
                    || order.stream().distinct().count() != order.size()) {
                throw new TermsRefused(
                        "allocation.order",
                        "incomplete",
                        "each of penalty, fee, interest and principal once",
                        "" + order);
            }
        }
    }
}
