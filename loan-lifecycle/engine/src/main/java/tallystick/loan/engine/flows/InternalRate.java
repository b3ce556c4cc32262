package tallystick.loan.engine.flows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The rate per period at which flows are worth nothing today. Newton's rule from zero: where money goes out first and
 * comes back later the worth falls ever more slowly as the rate rises, so that no step goes too far.
 */
public final class InternalRate {
    public static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);

    private static final int MOST_STEPS = 200;
    private static final BigDecimal NEAR = new BigDecimal("1e-24");

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
        return new InternalRate(flows).solve();
    }

    private Optional<BigDecimal> solve() {
        var rate = BigDecimal.ZERO;
        for (var step = 0; step < MOST_STEPS; step++) {
            valueAt(rate);
            if (slope.signum() >= 0) {
                return Optional.empty();
            }
            var correction = worth.divide(slope, DIGITS);
            rate = rate.subtract(correction, DIGITS);
            if (correction.abs().compareTo(NEAR) < 0) {
                return Optional.of(rate);
            }
        }
        return Optional.empty();
    }

    /** Each flow is discounted by (1 + fraction x rate) x (1 + rate)^periods. */
    private void valueAt(BigDecimal rate) {
        worth = BigDecimal.ZERO;
        slope = BigDecimal.ZERO;
        var growth = BigDecimal.ONE.add(rate);
        var factor = BigDecimal.ONE;
        var periods = 0;
        for (var flow : flows) {
            factor = factor.multiply(growth.pow(flow.periods() - periods, DIGITS), DIGITS);
            periods = flow.periods();
            add(flow, factor, growth, rate);
        }
    }

    private void add(CashFlow flow, BigDecimal factor, BigDecimal growth, BigDecimal rate) {
        var odd = BigDecimal.ONE.add(flow.fraction().multiply(rate));
        var present = BigDecimal.valueOf(flow.units()).divide(factor.multiply(odd, DIGITS), DIGITS);
        worth = worth.add(present, DIGITS);
        var speed = BigDecimal.valueOf(flow.periods())
                .divide(growth, DIGITS)
                .add(flow.fraction().divide(odd, DIGITS));
        slope = slope.subtract(present.multiply(speed, DIGITS), DIGITS);
    }
}
