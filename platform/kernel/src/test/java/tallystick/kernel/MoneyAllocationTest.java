package tallystick.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.kernel.Seeds.forAll;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyAllocationTest {
    private static final List<String> CURRENCIES = List.of("CNY", "JPY", "KWD");

    @Test
    void aUnitThatCannotBeSplitGoesToTheLaterPart() {
        assertThat(Money.of("CNY", "100.00").split(3)).hasToString("[CNY 33.33, CNY 33.33, CNY 33.34]");
        assertThat(Money.of("CNY", "-0.01").split(2)).hasToString("[CNY 0.00, CNY -0.01]");
    }

    @Test
    void aWeightOfZeroGetsNothing() {
        var parts = Money.of("CNY", "0.05").allocate(List.of(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE));
        assertThat(parts).hasToString("[CNY 0.02, CNY 0.00, CNY 0.03]");
    }

    @Test
    void weightsMustMeanSomething() {
        var one = Money.of("CNY", "1.00");
        assertThatThrownBy(() -> one.allocate(List.of())).hasMessageContaining("at least one weight above zero");
        assertThatThrownBy(() -> one.allocate(List.of(BigDecimal.ZERO))).hasMessageContaining("above zero; found [0]");
        assertThatThrownBy(() -> one.allocate(List.of(BigDecimal.ONE.negate()))).hasMessageContaining("found -1");
        assertThatThrownBy(() -> one.split(0)).hasMessage("Expected at least one part; found 0.");
    }

    @Test
    void partsAddUpAndNoneIsAUnitOffItsExactShare() {
        forAll(random -> {
            var whole = someMoney(random);
            var weights = someWeights(random);
            var parts = whole.allocate(weights);

            assertThat(parts.stream().reduce(Money.zero(whole.currency()), Money::plus))
                    .isEqualTo(whole);
            for (var i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i)
                                .amount()
                                .subtract(share(whole, weights, i))
                                .abs())
                        .as("part %d of %s over %s", i, whole, weights)
                        .isLessThan(Money.ofMinor(whole.currency(), 1).amount());
            }
        });
    }

    @Test
    void whatIsPrintedIsReadBackTheSame() {
        forAll(random -> {
            var money = someMoney(random);
            assertThat(Money.parse(money.toString())).isEqualTo(money);
        });
    }

    private static Money someMoney(Random random) {
        var currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        return Money.ofMinor(currency, random.nextLong() >> random.nextInt(64));
    }

    private static List<BigDecimal> someWeights(Random random) {
        var weights = new ArrayList<>(List.of(BigDecimal.ONE));
        for (var i = random.nextInt(8); i > 0; i--) {
            weights.add(BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(4)));
        }
        return weights;
    }

    private static BigDecimal share(Money whole, List<BigDecimal> weights, int part) {
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return whole.amount().multiply(weights.get(part)).divide(sum, MathContext.DECIMAL128);
    }
}
