package tallystick.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void percentAndFractionNameTheSameRate() {
        assertThat(Rate.percent("7.25")).isEqualTo(Rate.of("0.0725")).hasToString("7.25 %");
    }

    @Test
    void trailingZerosMakeNoOtherRate() {
        assertThat(Rate.of("0.07250")).isEqualTo(Rate.of("0.0725")).hasSameHashCodeAs(Rate.of("0.0725"));
        assertThat(new Rate(new BigDecimal("1E+1")).perYear()).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void ratesPrintAsPeopleWriteThem() {
        assertThat(Rate.ZERO).hasToString("0 %");
        assertThat(Rate.of("10")).hasToString("1000 %");
        assertThat(Rate.percent("-0.5")).hasToString("-0.5 %");
    }

    @Test
    void ratesAddAndMultiplyExactly() {
        assertThat(Rate.percent("3.85").plus(Rate.percent("1.15"))).hasToString("5 %");
        assertThat(Rate.percent("3.85").minus(Rate.percent("4"))).hasToString("-0.15 %");
        assertThat(Rate.percent("3.85").times(BigDecimal.valueOf(4))).hasToString("15.4 %");
    }

    @Test
    void ratesCompare() {
        assertThat(Rate.percent("3")).isLessThan(Rate.percent("24"));
        assertThat(Rate.percent("3").max(Rate.percent("24"))).isEqualTo(Rate.percent("24"));
        assertThat(Rate.percent("3").min(Rate.percent("24"))).isEqualTo(Rate.percent("3"));
        assertThat(Rate.of("0.00").isZero()).isTrue();
    }

    @Test
    void textThatIsNoRateIsRefused() {
        for (var text : new String[] {"", "7%", "1e5", ".5", "+1"}) {
            assertThatThrownBy(() -> Rate.of(text)).hasMessage("Expected a rate such as 0.0725; found '%s'.", text);
        }
    }

    @Test
    void aRateWithoutEndIsRefused() {
        assertThatThrownBy(() -> new Rate(new BigDecimal("1e-31"))).hasMessageContaining("at most 30 decimals");
        assertThatThrownBy(() -> new Rate(new BigDecimal("1e2000000000"))).hasMessageContaining("at most 30 decimals");
    }
}
