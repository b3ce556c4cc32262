package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Terms while they are written: what is not said has the usual value. {@link #terms} checks the whole. */
public final class TermsDraft {
    private Money principal;
    private Rate annualRate;
    private Step every;
    private List<LocalDate> dueDates;
    private List<Disbursement> disbursements;
    private List<RateStep> rates = List.of();
    private Method method = Method.DECLINING;
    private Amortization amortization = Amortization.EQUAL_INSTALLMENTS;
    private Agreed agreed = Agreed.NOTHING;
    private InterestPeriod interestPeriod = InterestPeriod.DAILY;
    private DayCount dayCount = DayCount.ACT_365;
    private Convention convention = Convention.STANDARD;
    private Rounding rounding = Rounding.HALF_EVEN;
    private List<Fee> fees = List.of();
    private List<Tax> taxes = List.of();
    private BigDecimal downPayment = BigDecimal.ZERO;
    private Grace grace = Grace.NONE;
    private @Nullable Penalty penalty;
    private Rebate rebate = Rebate.ACTUARIAL;
    private boolean negativeAmortization;

    /** A loan that is paid out at once, and paid back in equal instalments with interest by days over 365. */
    public TermsDraft(Money principal, Rate annualRate, LocalDate start, Step every, List<LocalDate> dueDates) {
        this.principal = principal;
        this.annualRate = annualRate;
        this.every = every;
        this.dueDates = dueDates;
        disbursements = List.of(new Disbursement(start, principal));
    }

    private TermsDraft(LoanTerms terms) {
        principal = terms.principal();
        annualRate = terms.annualRate();
        rates = terms.rates();
        method = terms.method();
        amortization = terms.amortization();
        agreed = terms.agreed();
        interestPeriod = terms.interestPeriod();
        dayCount = terms.dayCount();
        every = terms.every();
        dueDates = terms.dueDates();
        convention = terms.convention();
        disbursements = terms.disbursements();
        rounding = terms.rounding();
        fees = terms.fees();
        taxes = terms.taxes();
        downPayment = terms.downPayment();
        grace = terms.grace();
        penalty = terms.penalty();
        rebate = terms.rebate();
        negativeAmortization = terms.negativeAmortization();
    }

    static TermsDraft of(LoanTerms terms) {
        return new TermsDraft(terms);
    }

    /** @throws TermsNotPossible naming the field and the rule that is broken */
    public LoanTerms terms() {
        return new LoanTerms(
                principal,
                annualRate,
                rates,
                method,
                amortization,
                agreed,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                convention,
                disbursements,
                rounding,
                fees,
                taxes,
                downPayment,
                grace,
                penalty,
                rebate,
                negativeAmortization);
    }

    public TermsDraft principal(Money other) {
        principal = other;
        return this;
    }

    public TermsDraft annualRate(Rate other) {
        annualRate = other;
        return this;
    }

    public TermsDraft rates(List<RateStep> other) {
        rates = other;
        return this;
    }

    public TermsDraft method(Method other) {
        method = other;
        return this;
    }

    public TermsDraft amortization(Amortization other) {
        amortization = other;
        return this;
    }

    public TermsDraft agreed(Agreed other) {
        agreed = other;
        return this;
    }

    public TermsDraft interestPeriod(InterestPeriod other) {
        interestPeriod = other;
        return this;
    }

    public TermsDraft dayCount(DayCount other) {
        dayCount = other;
        return this;
    }

    public TermsDraft every(Step other) {
        every = other;
        return this;
    }

    public TermsDraft dueDates(List<LocalDate> other) {
        dueDates = other;
        return this;
    }

    public TermsDraft convention(Convention other) {
        convention = other;
        return this;
    }

    public TermsDraft disbursements(List<Disbursement> other) {
        disbursements = other;
        return this;
    }

    public TermsDraft rounding(Rounding other) {
        rounding = other;
        return this;
    }

    public TermsDraft fees(List<Fee> other) {
        fees = other;
        return this;
    }

    public TermsDraft taxes(List<Tax> other) {
        taxes = other;
        return this;
    }

    public TermsDraft downPayment(BigDecimal other) {
        downPayment = other;
        return this;
    }

    public TermsDraft grace(Grace other) {
        grace = other;
        return this;
    }

    public TermsDraft penalty(@Nullable Penalty other) {
        penalty = other;
        return this;
    }

    public TermsDraft rebate(Rebate other) {
        rebate = other;
        return this;
    }

    public TermsDraft negativeAmortization(boolean other) {
        negativeAmortization = other;
        return this;
    }
}
