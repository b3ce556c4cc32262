package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** What rates of terms must be. */
final class RateRules {
    /** 1000 % a year: above it somebody wrote percent for a fraction. */
    private static final Rate HIGHEST = Rate.of("10");

    private static final int DAYS_OF_YEAR = 365;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

    private RateRules() {}

    static void check(Rate annualRate, List<RateStep> rates, @Nullable Penalty penalty) {
        check("annualRate", annualRate);
        for (var i = 0; i < rates.size(); i++) {
            check("rates/%d/annualRate".formatted(i), rates.get(i).annualRate());
            if (i > 0 && !rates.get(i).from().isAfter(rates.get(i - 1).from())) {
                throw new TermsNotPossible(
                        "rates/%d/from".formatted(i),
                        "must be after the one before it " + rates.get(i - 1).from(),
                        rates.get(i).from().toString());
            }
        }
        if (penalty != null) {
            check("penalty/annualRate", penalty.annualRate());
            if (penalty.graceDays() < 0) {
                throw new TermsNotPossible(
                        "penalty/graceDays", "must not be below zero", Integer.toString(penalty.graceDays()));
            }
        }
    }

    static void check(List<Tax> taxes) {
        for (var i = 0; i < taxes.size(); i++) {
            var fraction = taxes.get(i).fraction();
            if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) >= 0) {
                throw new TermsNotPossible(
                        "taxes/%d/fraction".formatted(i),
                        "must be a fraction from 0 to less than 1, such as 0.06",
                        fraction.toPlainString());
            }
        }
    }

    /** All interest of a loan must be a number of minor units in 64 bits, and sums of it too. */
    static void room(Money principal, Rate annualRate, List<RateStep> rates, LocalDate start, LocalDate end) {
        var rate = rates.stream().map(RateStep::annualRate).reduce(annualRate, Rate::max);
        var years = BigDecimal.valueOf(end.toEpochDay() - start.toEpochDay() + DAYS_OF_YEAR)
                .divide(BigDecimal.valueOf(DAYS_OF_YEAR), 2, RoundingMode.UP);
        var most = new BigDecimal(principal.minorUnits())
                .multiply(BigDecimal.ONE.add(rate.perYear().multiply(years)));
        if (most.compareTo(LARGEST) > 0) {
            throw new TermsNotPossible(
                    "principal",
                    "must leave room for interest of %s a year until %s below 10^18 minor units".formatted(rate, end),
                    principal.toString());
        }
    }

    private static void check(String field, Rate rate) {
        if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(HIGHEST) > 0) {
            throw new TermsNotPossible(
                    field,
                    "must be a fraction from 0 to 10, such as 0.12",
                    rate.perYear().toPlainString());
        }
    }
}
