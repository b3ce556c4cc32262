package tallystick.loan.engine;

import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/** What rates of terms must be. */
final class RateRules {
    /** 1000 % a year: above it somebody wrote percent for a fraction. */
    private static final Rate HIGHEST = Rate.of("10");

    private RateRules() {}

    static void check(Rate annualRate, @Nullable Penalty penalty) {
        check("annualRate", annualRate);
        if (penalty != null) {
            check("penalty/annualRate", penalty.annualRate());
            if (penalty.graceDays() < 0) {
                throw new TermsNotPossible(
                        "penalty/graceDays", "must not be below zero", Integer.toString(penalty.graceDays()));
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
