package tallystick.loan.api;

import java.util.List;

/**
 * What a repayment pays first: product data.
 *
 * @param order one of the short forms such as {@code PENALTY_FEE_INTEREST_PRINCIPAL} as the only entry, or twelve names
 *     such as {@code PAST_DUE_PENALTY}
 */
public record Allocation(List<String> order, Across across, Future future) {
    /** Which way it goes through the rows. */
    public enum Across {
        ROWS,
        COMPONENTS
    }

    /** What happens with money that is more than is due. */
    public enum Future {
        NEXT_ROW,
        LAST_ROW,
        REAMORTIZE,
        CREDIT
    }

    public Allocation {
        order = List.copyOf(order);
    }
}
