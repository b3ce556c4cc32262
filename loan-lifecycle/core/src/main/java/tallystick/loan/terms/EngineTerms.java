package tallystick.loan.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.AllocationRule;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Amortization;
import tallystick.loan.engine.Convention;
import tallystick.loan.engine.DayCount;
import tallystick.loan.engine.Disbursement;
import tallystick.loan.engine.DueDates;
import tallystick.loan.engine.Fee;
import tallystick.loan.engine.Grace;
import tallystick.loan.engine.InterestPeriod;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Method;
import tallystick.loan.engine.Rounding;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.TermsDraft;
import tallystick.loan.engine.TermsNotPossible;

/** The engine's terms of a contract's: defaults filled in. */
public final class EngineTerms {
    private static final BigDecimal LARGEST_MULTIPLE = BigDecimal.TEN.pow(12);

    private EngineTerms() {}

    /** @throws tallystick.loan.engine.TermsNotPossible naming the field and the rule that is broken */
    public static LoanTerms of(Terms terms) {
        LoanEngine.requireVersion(terms.engine());
        LateFeeTerms.check(terms);
        var every = Step.parse(terms.every());
        var disbursements = disbursements(terms);
        var start = disbursements.getFirst().date();
        var draft = new TermsDraft(terms.principal(), terms.annualRate(), start, every, dueDates(terms, start, every))
                .method(Method.valueOf(terms.method().name()))
                .amortization(Amortization.valueOf(terms.amortization().name()))
                .interestPeriod(InterestPeriod.valueOf(terms.interestPeriod().name()))
                .dayCount(DayCount.parse(terms.dayCount()))
                .disbursements(disbursements)
                .rounding(rounding(terms.rounding(), terms.principal().currency()))
                .fees(fees(terms))
                .taxes(RareTerms.taxes(terms.taxes()))
                .rates(RareTerms.rates(terms.floating()))
                .agreed(RareTerms.agreed(terms))
                .grace(grace(terms.grace()))
                .penalty(RareTerms.penalty(terms.penalty(), terms.annualRate()))
                .rebate(RareTerms.rebate(terms.earlySettlement()))
                .negativeAmortization(Boolean.TRUE.equals(terms.negativeAmortization()));
        if (terms.convention() != null) {
            draft.convention(Convention.valueOf(terms.convention().name()));
        }
        if (terms.downPayment() != null) {
            draft.downPayment(terms.downPayment().percent());
        }
        return draft.terms();
    }

    /** The rules of a loan whose product has one for all kinds of payment. */
    public static AllocationRules rules(Allocation allocation) {
        return AllocationRules.of(rule(allocation));
    }

    public static AllocationRule rule(Allocation allocation) {
        return AllocationRule.complete(
                AllocationOrder.parse(allocation.order()),
                AllocationRule.Across.valueOf(allocation.across().name()),
                AllocationRule.Future.valueOf(allocation.future().name()));
    }

    private static List<Disbursement> disbursements(Terms terms) {
        var disbursements = new ArrayList<Disbursement>();
        terms.disbursements().forEach(each -> disbursements.add(new Disbursement(each.date(), each.amount())));
        if (disbursements.isEmpty()) {
            throw new TermsNotPossible("disbursements", "must have at least one payout", "[]");
        }
        disbursements.sort(Comparator.comparing(Disbursement::date));
        return disbursements;
    }

    private static List<LocalDate> dueDates(Terms terms, LocalDate start, Step every) {
        if (terms.dueDates() == null) {
            return DueDates.of(start, terms.firstDueDate(), every, terms.count(), RareTerms.days(terms.dates()));
        }
        if (terms.dates() != null) {
            throw new TermsNotPossible("dates", "must be absent when dueDates are given", "present");
        }
        if (terms.firstDueDate() != null) {
            throw new TermsNotPossible(
                    "firstDueDate",
                    "must be absent when dueDates are given",
                    terms.firstDueDate().toString());
        }
        if (terms.dueDates().size() != terms.count()) {
            throw new TermsNotPossible(
                    "dueDates",
                    "must be as many as the count of " + terms.count(),
                    Integer.toString(terms.dueDates().size()));
        }
        return terms.dueDates();
    }

    private static Rounding rounding(Terms.@Nullable Rounding rounding, Currency currency) {
        if (rounding == null) {
            return Rounding.HALF_EVEN;
        }
        return new Rounding(mode(rounding.mode()), multiple(rounding.installmentMultiple(), currency));
    }

    private static RoundingMode mode(@Nullable String mode) {
        return switch (mode) {
            case null -> RoundingMode.HALF_EVEN;
            case "HALF_EVEN" -> RoundingMode.HALF_EVEN;
            case "HALF_UP" -> RoundingMode.HALF_UP;
            default -> throw new TermsNotPossible("rounding/mode", "must be HALF_EVEN or HALF_UP", mode);
        };
    }

    private static long multiple(@Nullable BigDecimal multiple, Currency currency) {
        if (multiple == null) {
            return 1;
        }
        var units = multiple.movePointRight(currency.getDefaultFractionDigits()).stripTrailingZeros();
        if (units.signum() <= 0 || units.scale() > 0 || units.compareTo(LARGEST_MULTIPLE) > 0) {
            throw new TermsNotPossible(
                    "rounding/installmentMultiple",
                    "must be a multiple of the minor unit of " + currency.getCurrencyCode(),
                    multiple.toPlainString());
        }
        return units.longValueExact();
    }

    private static List<Fee> fees(Terms terms) {
        var fees = new ArrayList<Fee>();
        for (var fee : Objects.requireNonNullElse(terms.fees(), List.<Terms.Fee>of())) {
            var field = "fees/" + fees.size();
            fees.add(new Fee(fee.name(), when(fee.when(), field), amount(fee, terms.principal(), field)));
        }
        return fees;
    }

    private static Fee.When when(String when, String field) {
        return switch (when) {
            case "AT_PAYOUT" -> Fee.When.AT_PAYOUT;
            case "FINANCED" -> Fee.When.FINANCED;
            case "PAID_AT_PAYOUT" -> Fee.When.PAID_AT_PAYOUT;
            case "PER_INSTALLMENT" -> Fee.When.PER_INSTALLMENT;
            default ->
                throw new TermsNotPossible(
                        field + "/when", "must be AT_PAYOUT, PAID_AT_PAYOUT, FINANCED or PER_INSTALLMENT", when);
        };
    }

    private static Money amount(Terms.Fee fee, Money principal, String field) {
        if ((fee.amount() == null) == (fee.fraction() == null)) {
            throw new TermsNotPossible(field, "must have an amount or a fraction, and not both", fee.name());
        }
        return fee.fraction() == null
                ? Objects.requireNonNull(fee.amount())
                : principal.times(fee.fraction(), RoundingMode.HALF_EVEN);
    }

    private static Grace grace(Terms.@Nullable Grace grace) {
        return grace == null
                ? Grace.NONE
                : new Grace(rows(grace.principal()), rows(grace.interest()), rows(grace.interestFree()));
    }

    private static int rows(@Nullable Integer rows) {
        return rows == null ? 0 : rows;
    }
}
