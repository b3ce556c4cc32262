package tallystick.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Money TEN = Money.of("CNY", "10.00");

    @Test
    void amountsAreKeptAtTheScaleOfTheirCurrency() {
        assertThat(Money.of("CNY", "1234.5")).hasToString("CNY 1234.50");
        assertThat(Money.of("JPY", "1234")).hasToString("JPY 1234");
        assertThat(Money.of("KWD", "-0.001")).hasToString("KWD -0.001");
        assertThat(Money.ofMinor(Currency.getInstance("CNY"), -5)).hasToString("CNY -0.05");
    }

    @Test
    void whatIsPrintedCanBeRead() {
        assertThat(Money.parse("CNY 1234.56")).isEqualTo(Money.of("CNY", "1234.56"));
        assertThat(Money.parse("JPY -7")).isEqualTo(Money.of("JPY", "-7"));
    }

    @Test
    void equalAmountsAreEqualHoweverTheyWereWritten() {
        assertThat(Money.of("CNY", "1.5"))
                .isEqualTo(Money.of("CNY", "1.50"))
                .hasSameHashCodeAs(Money.of("CNY", "1.50"));
        assertThat(Money.of("CNY", "1.50")).isNotEqualTo(Money.of("USD", "1.50"));
    }

    @Test
    void sumsAreExact() {
        assertThat(Money.of("CNY", "0.10").plus(Money.of("CNY", "0.20"))).hasToString("CNY 0.30");
        assertThat(TEN.minus(Money.of("CNY", "10.01"))).hasToString("CNY -0.01");
        assertThat(TEN.negate().abs()).isEqualTo(TEN);
        assertThat(TEN.times(3)).hasToString("CNY 30.00");
    }

    @Test
    void aProductIsRoundedAsTheCallerSays() {
        var factor = new BigDecimal("0.0005");
        assertThat(TEN.times(factor, RoundingMode.HALF_UP)).hasToString("CNY 0.01");
        assertThat(TEN.times(factor, RoundingMode.HALF_EVEN)).hasToString("CNY 0.00");
    }

    @Test
    void amountsOfOneCurrencyCompare() {
        var eleven = Money.of("CNY", "11.00");
        assertThat(TEN).isLessThan(eleven);
        assertThat(TEN.max(eleven)).isEqualTo(eleven);
        assertThat(TEN.min(eleven)).isEqualTo(TEN);
        assertThat(TEN.isLessThan(eleven)).isTrue();
        assertThat(TEN.isMoreThan(eleven)).isFalse();
        assertThat(TEN.minus(TEN).isZero()).isTrue();
        assertThat(TEN.negate().isNegative()).isTrue();
        assertThat(TEN.isPositive()).isTrue();
    }

    @Test
    void currenciesNeverMix() {
        assertThatThrownBy(() -> TEN.plus(Money.of("USD", "1.00")))
                .hasMessage("Expected an amount of CNY; found USD 1.00.");
        assertThatThrownBy(() -> TEN.compareTo(Money.of("USD", "1.00")))
                .hasMessage("Expected an amount of CNY; found USD 1.00.");
    }

    @Test
    void moreDecimalsThanTheCurrencyHasAreRefused() {
        assertThatThrownBy(() -> Money.of("CNY", "1.234"))
                .hasMessage("Expected at most 2 decimals for CNY; found 1.234."
                        + " Name a rounding where the amount is calculated.");
    }

    @Test
    void aCurrencyWithoutMinorUnitsIsRefused() {
        assertThatThrownBy(() -> Money.of("XAU", "1")).hasMessage("Expected a currency with minor units; found XAU.");
    }

    @Test
    void textThatIsNoMoneyIsRefused() {
        assertThatThrownBy(() -> Money.parse("1234.56"))
                .hasMessage("Expected money such as 'CNY 1234.56'; found '1234.56'.");
        assertThatThrownBy(() -> Money.parse("")).hasMessage("Expected money such as 'CNY 1234.56'; found ''.");
        assertThatThrownBy(() -> Money.of("cny", "1")).hasMessageContaining("ISO 4217");
        for (var text : new String[] {"", "1e3", "+1", "1,000", " 1", "1.", ".5", "٣", "1e999999999"}) {
            assertThatThrownBy(() -> Money.of("CNY", text))
                    .as(text)
                    .hasMessageStartingWith("Expected an amount such as");
        }
    }

    @Test
    void anAmountWithAHugeExponentIsRefusedBeforeItIsWrittenOut() {
        assertThatThrownBy(() -> new Money(Currency.getInstance("CNY"), new BigDecimal("1e2000000000")))
                .hasMessageStartingWith("Expected an amount of at most 30 digits before the point");
    }
}
