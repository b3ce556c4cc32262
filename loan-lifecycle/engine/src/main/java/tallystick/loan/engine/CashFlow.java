package tallystick.loan.engine;

import java.math.BigDecimal;

/**
 * Money at a time, in periods from the first payout.
 *
 * @param units minor units; what the customer gets is below zero
 * @param periods whole periods
 * @param fraction the part of a period beyond them
 */
record CashFlow(long units, int periods, BigDecimal fraction) {}
