package tallystick.loan.engine;

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
        if (order.size() != Slot.COUNT || order.stream().distinct().count() != Slot.COUNT) {
            throw new TermsNotPossible("order", "names each of the 12 slots once", order.toString());
        }
    }

    AllocationRule withFuture(Future other) {
        return new AllocationRule(order, across, other);
    }

    /** The same order whether past due, due or in advance. */
    public static AllocationRule inOrder(Component... components) {
        return new AllocationRule(Slot.inEach(List.of(components)), Across.ROWS, Future.NEXT_ROW);
    }
}
