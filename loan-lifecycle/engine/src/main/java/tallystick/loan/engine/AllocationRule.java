package tallystick.loan.engine;

import java.util.Arrays;
import java.util.List;

/**
 * What a payment pays first.
 *
 * @param order the twelve slots, each once
 */
public record AllocationRule(List<Slot> order, Across across, Future future) {
    /** Which way it goes through the rows. */
    public enum Across {
        /** All of the oldest row, then the next. */
        ROWS,
        /** The first slot in every row, then the next slot. */
        COMPONENTS
    }

    /** What happens with money that is more than is due. */
    public enum Future {
        NEXT_ROW,
        LAST_ROW,
        /** Equally over all rows to come. */
        REAMORTIZE,
        CREDIT
    }

    public AllocationRule {
        order = List.copyOf(order);
        if (order.stream().distinct().count() != order.size()) {
            throw incomplete(order);
        }
    }

    /** @throws TermsNotPossible unless the order names each of the twelve slots once */
    public static AllocationRule complete(List<Slot> order, Across across, Future future) {
        if (order.size() != Slot.COUNT) {
            throw incomplete(order);
        }
        return new AllocationRule(order, across, future);
    }

    private static TermsNotPossible incomplete(List<Slot> order) {
        return new TermsNotPossible("order", "names each of the 12 slots once", order.toString());
    }

    /** Pays nothing but one component, wherever it is due. */
    AllocationRule only(Component component) {
        return new AllocationRule(
                order.stream().filter(slot -> slot.component() == component).toList(), across, Future.NEXT_ROW);
    }

    /** The same order whether past due, due or in advance. */
    public static AllocationRule inOrder(Component... components) {
        return complete(Slot.inEach(Arrays.asList(components)), Across.ROWS, Future.NEXT_ROW);
    }
}
