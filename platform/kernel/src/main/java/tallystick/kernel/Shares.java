package tallystick.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Shares an amount out by weights so that nothing is lost. */
final class Shares {
    private Shares() {}

    static List<Money> of(Money whole, List<BigDecimal> weights) {
        var sum = sumOf(weights);
        var parts = new ArrayList<Money>(weights.size());
        var weightSoFar = BigDecimal.ZERO;
        var givenSoFar = Money.zero(whole.currency());
        for (var weight : weights) {
            weightSoFar = weightSoFar.add(weight);
            // Shares of the running total are rounded, not the parts: so the errors cannot add up.
            var due = share(whole, weightSoFar, sum);
            parts.add(due.minus(givenSoFar));
            givenSoFar = due;
        }
        return List.copyOf(parts);
    }

    private static Money share(Money whole, BigDecimal weight, BigDecimal sum) {
        var amount = whole.amount();
        return new Money(whole.currency(), amount.multiply(weight).divide(sum, amount.scale(), RoundingMode.DOWN));
    }

    private static BigDecimal sumOf(List<BigDecimal> weights) {
        var sum = BigDecimal.ZERO;
        for (var weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("Expected weights of zero or more; found %s.".formatted(weight));
            }
            sum = sum.add(weight);
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("Expected at least one weight above zero; found %s.".formatted(weights));
        }
        return sum;
    }
}
