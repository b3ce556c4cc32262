package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/**
 * What was agreed, complete and consistent: every field has its value, and every rule between them holds. Made by a
 * {@link TermsDraft}.
 *
 * @param rates those that hold from later days on, rising
 * @param dueDates of the instalments, one each, rising
 * @param disbursements by date
 * @param downPayment the percent of each payout that is due at once
 * @param penalty null for none
 * @param agreed amounts of rows, where the amortization has such
 * @param rebate how interest that is not earned is told from the rest when a flat loan ends early
 * @param negativeAmortization whether interest that a row does not pay becomes principal; else it waits, or the terms are
 *     refused
 */
public record LoanTerms(
        Money principal,
        Rate annualRate,
        List<RateStep> rates,
        Method method,
        Amortization amortization,
        Agreed agreed,
        InterestPeriod interestPeriod,
        DayCount dayCount,
        Step every,
        List<LocalDate> dueDates,
        Convention convention,
        List<Disbursement> disbursements,
        Rounding rounding,
        List<Fee> fees,
        List<Tax> taxes,
        BigDecimal downPayment,
        Grace grace,
        @Nullable Penalty penalty,
        Rebate rebate,
        boolean negativeAmortization) {
    /** @throws TermsNotPossible naming the field and the rule that is broken */
    public LoanTerms {
        rates = List.copyOf(rates);
        dueDates = List.copyOf(dueDates);
        disbursements = List.copyOf(disbursements);
        fees = List.copyOf(fees);
        taxes = List.copyOf(taxes);
        AmountRules.check(principal, disbursements, fees, downPayment);
        RateRules.check(annualRate, rates, penalty);
        RateRules.check(taxes);
        DateRules.check(disbursements, dueDates);
        RateRules.room(principal, annualRate, rates, disbursements.getFirst().date(), dueDates.getLast());
        ConventionRules.payouts(convention, principal, disbursements);
        ConventionRules.check(convention, dayCount, rates);
        ConventionRules.rebate(rebate, convention, method);
        ConventionRules.negativeAmortization(negativeAmortization, convention, method);
        GraceRules.check(grace, dueDates.size());
        AgreedRules.check(amortization, method, agreed, principal, disbursements, dueDates.size());
    }

    public Currency currency() {
        return principal.currency();
    }

    public LocalDate start() {
        return disbursements.getFirst().date();
    }

    /** The same at another rate from the first day on. */
    LoanTerms at(Rate rate) {
        return TermsDraft.of(this).annualRate(rate).rates(List.of()).terms();
    }
}
