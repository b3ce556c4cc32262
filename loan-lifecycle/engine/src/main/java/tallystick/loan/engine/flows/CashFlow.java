package tallystick.loan.engine.flows;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Money at a time, in periods from the first payout.
 *
 * @param units minor units; what the customer gets is below zero
 * @param periods whole periods
 * @param fraction the part of a period beyond them
 */
public record CashFlow(long units, int periods, BigDecimal fraction) {
    public static final Comparator<CashFlow> BY_TIME =
            Comparator.comparingInt(CashFlow::periods).thenComparing(CashFlow::fraction);
}
