package tallystick.loan.engine.flows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The rate per period at which flows are worth nothing today. Newton's rule from zero: where money goes out first and
 * comes back later the worth falls ever more slowly as the rate rises, so that no step goes too far. The first steps need
 * few digits; the last ones have all of them.
 */
public final class InternalRate {
    public static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);

    private static final int MOST_STEPS = 200;
    private static final MathContext FEW_DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);
    /** After so small a step what is wrong is about its square. */
    private static final BigDecimal NEAR = new BigDecimal("1e-14");

    private static final BigDecimal NEARLY = new BigDecimal("1e-10");

    private final List<CashFlow> flows;
    private BigDecimal worth = BigDecimal.ZERO;
    private BigDecimal slope = BigDecimal.ZERO;

    private InternalRate(List<CashFlow> flows) {
        this.flows = flows;
    }

    /** Empty where no rate of zero or more does it. */
    public static Optional<BigDecimal> of(List<CashFlow> flows) {
        if (flows.stream().mapToLong(CashFlow::units).sum() < 0
                || flows.getFirst().units() >= 0) {
            return Optional.empty();
        }
        var rate = new InternalRate(flows);
        var roughly = rate.solve(BigDecimal.ZERO, NEARLY, FEW_DIGITS).orElse(BigDecimal.ZERO);
        return rate.solve(roughly, NEAR, DIGITS);
    }

    private Optional<BigDecimal> solve(BigDecimal start, BigDecimal near, MathContext digits) {
        var rate = start;
        for (var step = 0; step < MOST_STEPS; step++) {
            valueAt(rate, digits);
            if (slope.signum() >= 0) {
                return Optional.empty();
            }
            var correction = worth.divide(slope, digits);
            rate = rate.subtract(correction, digits);
            if (correction.abs().compareTo(near) < 0) {
                return Optional.of(rate);
            }
        }
        return Optional.empty();
    }

    /** Each flow is discounted by (1 + fraction x rate) x (1 + rate)^periods. */
    private void valueAt(BigDecimal rate, MathContext digits) {
        worth = BigDecimal.ZERO;
        slope = BigDecimal.ZERO;
        var discount = BigDecimal.ONE.divide(BigDecimal.ONE.add(rate), digits);
        var factor = BigDecimal.ONE;
        var periods = 0;
        for (var flow : flows) {
            factor = factor.multiply(discount.pow(flow.periods() - periods, digits), digits);
            periods = flow.periods();
            add(flow, factor, discount, rate, digits);
        }
    }

    private void add(CashFlow flow, BigDecimal factor, BigDecimal discount, BigDecimal rate, MathContext digits) {
        var present = BigDecimal.valueOf(flow.units()).multiply(factor, digits);
        var speed = BigDecimal.valueOf(flow.periods()).multiply(discount, digits);
        if (flow.fraction().signum() != 0) {
            var odd = BigDecimal.ONE.add(flow.fraction().multiply(rate, digits));
            present = present.divide(odd, digits);
            speed = speed.add(flow.fraction().divide(odd, digits));
        }
        worth = worth.add(present, digits);
        slope = slope.subtract(present.multiply(speed, digits), digits);
    }
}
