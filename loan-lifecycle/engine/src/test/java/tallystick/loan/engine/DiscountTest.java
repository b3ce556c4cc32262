package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** The fast instalment is the exact one, or none. */
class DiscountTest {
    @Test
    void whereItIsSureItRoundsAsExactArithmeticDoes() {
        var sure = 0;
        for (var seed = 1; seed <= 2000; seed++) {
            var random = new Random(seed);
            var units = 1 + random.nextLong(random.nextInt(5) == 0 ? 900_000_000_000_000L : 50_000_000L);
            var terms = SampleTerms.of(
                            Money.ofMinor(Currency.getInstance("CNY"), units),
                            LocalDate.of(2026, 1, 1)
                                    .plusDays(random.nextInt(900))
                                    .toString(),
                            "P1M",
                            1 + random.nextInt(400))
                    .rate(BigDecimal.valueOf(random.nextInt(9000), 4).toPlainString())
                    .terms();
            var periods = Periods.of(terms);
            var rule = InterestRule.of(terms);
            var owed = BigDecimal.valueOf(units);

            var quick = Discount.installment(owed, periods, rule);

            if (quick.isPresent()) {
                sure++;
                assertThat(Rounding.HALF_EVEN.installment(quick.get()))
                        .as("seed %d", seed)
                        .isEqualTo(Rounding.HALF_EVEN.installment(exact(owed, terms)));
            }
        }
        assertThat(sure).isGreaterThan(1400);
    }

    private static BigDecimal exact(BigDecimal owed, LoanTerms terms) {
        var digits = new MathContext(60);
        var rate = terms.annualRate().perYear();
        var ones = BigDecimal.ONE;
        for (var i = terms.dueDates().size() - 1; i > 0; i--) {
            var days = terms.dueDates().get(i).toEpochDay()
                    - terms.dueDates().get(i - 1).toEpochDay();
            var factor = rate.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(365), digits);
            ones = BigDecimal.ONE.add(ones.divide(BigDecimal.ONE.add(factor), digits));
        }
        return owed.divide(ones, digits);
    }
}
