package tallystick.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InstalmentTest {
    private static String aMonth(String amount, String rate, int count, String every) {
        return Instalment.aMonth(new BigDecimal(amount), new BigDecimal(rate), count, every)
                .toPlainString();
    }

    @Test
    void aMonthTakesOneMonthlyInstalment() {
        assertThat(aMonth("12000", "0.12", 3, "P1M")).isEqualTo("4080.27");
    }

    /** 52 weeks are a year, not 52 months. */
    @Test
    void aMonthTakesSeveralWeeklyInstalments() {
        assertThat(aMonth("5200", "0", 52, "P1W")).isEqualTo("434.53");
        assertThat(aMonth("5200", "0", 52, "P7D")).isEqualTo("434.53");
        assertThat(aMonth("1200", "0", 4, "P3M")).isEqualTo("100.00");
    }
}
