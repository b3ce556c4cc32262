package tallystick.loan.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Solving with few digits first gives the rate that all digits from the first step on give, to the last one anybody shows. */
class FewDigitsFirstTest {
    private static final int FLOWS = 300;
    private static final int SHOWN = 15;
    private static final BigDecimal NEAR = new BigDecimal("1e-24");

    @Test
    void theRateIsThatOfThePlainSolver() {
        for (var seed = 0; seed < FLOWS; seed++) {
            var flows = flows(new Random(seed));
            assertThat(InternalRate.of(flows).orElseThrow().setScale(SHOWN, RoundingMode.HALF_EVEN))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(plain(flows).setScale(SHOWN, RoundingMode.HALF_EVEN));
        }
    }

    /** Up to 120 rows of up to 10^12 units, from next to nothing to some 100 % a period. */
    private static List<CashFlow> flows(Random random) {
        var count = 1 + random.nextInt(120);
        var lent = 1_000L + random.nextLong(1_000_000_000_000L);
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(-lent, 0, BigDecimal.ZERO));
        var row = lent / count + 1 + random.nextLong(lent / (1 + random.nextInt(1_000)));
        var step = 1 + random.nextInt(31);
        for (var nr = 1; nr <= count; nr++) {
            var fraction = random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(100), 2) : BigDecimal.ZERO;
            flows.add(new CashFlow(row, nr * step, fraction));
        }
        return flows;
    }

    private static BigDecimal plain(List<CashFlow> flows) {
        var rate = BigDecimal.ZERO;
        var correction = BigDecimal.ONE;
        while (correction.abs().compareTo(NEAR) >= 0) {
            var worth = BigDecimal.ZERO;
            var slope = BigDecimal.ZERO;
            var growth = BigDecimal.ONE.add(rate);
            for (var flow : flows) {
                var odd = BigDecimal.ONE.add(flow.fraction().multiply(rate));
                var factor = growth.pow(flow.periods(), InternalRate.DIGITS).multiply(odd, InternalRate.DIGITS);
                var present = BigDecimal.valueOf(flow.units()).divide(factor, InternalRate.DIGITS);
                var speed = BigDecimal.valueOf(flow.periods())
                        .divide(growth, InternalRate.DIGITS)
                        .add(flow.fraction().divide(odd, InternalRate.DIGITS));
                worth = worth.add(present, InternalRate.DIGITS);
                slope = slope.subtract(present.multiply(speed, InternalRate.DIGITS), InternalRate.DIGITS);
            }
            correction = worth.divide(slope, InternalRate.DIGITS);
            rate = rate.subtract(correction, InternalRate.DIGITS);
        }
        return rate;
    }
}
