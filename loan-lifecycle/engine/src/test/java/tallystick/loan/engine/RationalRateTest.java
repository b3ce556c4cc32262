package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Rate;

/** Interest in whole numbers is that of plain decimal arithmetic, whether it fits 64 bits or not. */
class RationalRateTest {
    private static final YearFraction MONTH = YearFraction.days(31, 365);

    @Test
    void halvesGoToTheEvenUnitOrUp() {
        // 1 % of half a year of 100, 300 and 500 units: 0.5, 1.5 and 2.5.
        var rate = RationalRate.of(Rate.of("0.01"));
        var half = new YearFraction(1, 2);
        assertThat(rate.interest(100, half, RoundingMode.HALF_EVEN)).isZero();
        assertThat(rate.interest(300, half, RoundingMode.HALF_EVEN)).isEqualTo(2);
        assertThat(rate.interest(500, half, RoundingMode.HALF_EVEN)).isEqualTo(2);
        assertThat(rate.interest(500, half, RoundingMode.HALF_UP)).isEqualTo(3);
        assertThat(rate.interest(499, half, RoundingMode.HALF_UP)).isEqualTo(2);
        assertThat(rate.interest(501, half, RoundingMode.HALF_EVEN)).isEqualTo(3);
    }

    @Test
    void everyAmountBearsWhatDecimalsSay() {
        var random = new Random(11);
        for (var i = 0; i < 3_000; i++) {
            var balance = random.nextLong(1L << (1 + random.nextInt(50)));
            var rate = new BigDecimal(BigInteger.valueOf(random.nextLong(1L << (1 + random.nextInt(34)))), 9);
            var year = new YearFraction(random.nextLong(40_000), 1 + random.nextLong(140_000));
            var mode = random.nextBoolean() ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP;
            var exact = rate.multiply(BigDecimal.valueOf(balance))
                    .multiply(BigDecimal.valueOf(year.numerator()))
                    .divide(BigDecimal.valueOf(year.denominator()), 0, mode);
            assertThat(RationalRate.of(new Rate(rate)).interest(balance, year, mode))
                    .as("%s at %s for %s", balance, rate, year)
                    .isEqualTo(exact.longValueExact());
        }
    }

    @Test
    void aDiscountIsOneOverOneAndTheInterest() {
        var random = new Random(12);
        for (var i = 0; i < 1_000; i++) {
            var rate = new BigDecimal(BigInteger.valueOf(random.nextLong(1L << (1 + random.nextInt(33)))), 9);
            var year = new YearFraction(1 + random.nextLong(400), 1 + random.nextLong(1L << (1 + random.nextInt(17))));
            var one = BigDecimal.valueOf(1L << Discount.FACTOR_PLACES);
            var grown = BigDecimal.valueOf(year.denominator()).add(rate.multiply(BigDecimal.valueOf(year.numerator())));
            var exact = one.multiply(BigDecimal.valueOf(year.denominator())).divide(grown, 0, RoundingMode.DOWN);
            assertThat(RationalRate.of(new Rate(rate)).discount(year))
                    .as("%s for %s", rate, year)
                    .isEqualTo(exact.longValueExact());
        }
    }

    @Test
    void shortPeriodsAreKeptAndLongOnesMade() {
        assertThat(YearFraction.days(31, 365)).isSameAs(MONTH);
        assertThat(YearFraction.days(366, 360)).isEqualTo(new YearFraction(366, 360));
        assertThat(YearFraction.days(367, 365)).isEqualTo(new YearFraction(367, 365));
        assertThat(YearFraction.days(30, 366)).isEqualTo(new YearFraction(30, 366));
        assertThat(YearFraction.days(-1, 365)).isEqualTo(new YearFraction(-1, 365));
    }
}
