package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/**
 * What was agreed, complete and consistent: every field has its value, and every rule between them holds.
 *
 * @param dueDates of the instalments, one each, rising
 * @param disbursements by date
 * @param downPayment the percent of each payout that is due at once
 * @param penalty null for none
 */
public record LoanTerms(
        Money principal,
        Rate annualRate,
        Method method,
        Amortization amortization,
        InterestPeriod interestPeriod,
        DayCount dayCount,
        Step every,
        List<LocalDate> dueDates,
        Convention convention,
        List<Disbursement> disbursements,
        Rounding rounding,
        List<Fee> fees,
        BigDecimal downPayment,
        Grace grace,
        @Nullable Penalty penalty) {
    /** @throws TermsNotPossible naming the field and the rule that is broken */
    public LoanTerms {
        dueDates = List.copyOf(dueDates);
        disbursements = List.copyOf(disbursements);
        fees = List.copyOf(fees);
        AmountRules.check(principal, disbursements, fees, downPayment);
        RateRules.check(annualRate, penalty);
        DateRules.check(disbursements, dueDates);
        ConventionRules.payouts(convention, principal, disbursements);
        ConventionRules.check(convention, dayCount);
        GraceRules.check(grace, dueDates.size());
    }

    public Currency currency() {
        return principal.currency();
    }

    public LocalDate start() {
        return disbursements.getFirst().date();
    }
}
