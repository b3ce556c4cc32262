package tallystick.loan.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/** What rates of terms must be. */
final class RateRules {
    /** 1000 % a year: above it somebody wrote percent for a fraction. */
    private static final Rate HIGHEST = Rate.of("10");

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

    private static void check(String field, Rate rate) {
        if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(HIGHEST) > 0) {
            throw new TermsNotPossible(
                    field,
                    "must be a fraction from 0 to 10, such as 0.12",
                    rate.perYear().toPlainString());
        }
    }
}
