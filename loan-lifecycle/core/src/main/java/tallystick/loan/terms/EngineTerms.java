package tallystick.loan.terms;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tallystick.kernel.Money;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.DayCount;
import tallystick.loan.engine.Disbursement;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.TermsRefused;

/** Reads the terms of the API for the engine. Everything it cannot compute yet is refused by name, never ignored. */
public final class EngineTerms {
    private EngineTerms() {}

    /** @throws TermsRefused naming the field and the rule it breaks */
    public static LoanTerms of(Terms terms) {
        onlyWhatWeCompute(terms);
        var currency = terms.principal().currency();
        var checked = new LoanTerms(
                currency,
                terms.annualRate().perYear(),
                LoanTerms.Amortization.valueOf(terms.amortization().name()),
                interest(terms),
                dayCount(terms.dayCount()),
                due(terms),
                terms.disbursements().stream()
                        .map(payout -> new Disbursement(payout.date(), amount(terms, payout.amount())))
                        .toList(),
                rounding(terms));
        if (checked.principal().compareTo(terms.principal().amount()) != 0) {
            throw new TermsRefused(
                    "disbursements",
                    "not-the-principal",
                    "amounts that add up to the principal " + terms.principal(),
                    checked.principal().toPlainString());
        }
        return checked;
    }

    private static java.math.BigDecimal amount(Terms terms, Money paidOut) {
        if (!paidOut.currency().equals(terms.principal().currency())) {
            throw new TermsRefused(
                    "disbursements",
                    "other-currency",
                    "amounts in " + terms.principal().currency(),
                    paidOut.currency().getCurrencyCode());
        }
        return paidOut.amount();
    }

    private static void onlyWhatWeCompute(Terms terms) {
        var convention = Optional.ofNullable(terms.convention()).orElse(Terms.Convention.STANDARD);
        must(convention == Terms.Convention.STANDARD, "convention", "STANDARD", convention.name());
        must(terms.fees() == null || terms.fees().isEmpty(), "fees", "none yet", "some");
        must(terms.downPayment() == null, "downPayment", "none yet", "one");
        must(terms.grace() == null, "grace", "none yet", "some");
        must(
                terms.rounding() == null || terms.rounding().installmentMultiple() == null,
                "rounding.installmentMultiple",
                "none yet",
                "one");
    }

    private static void must(boolean holds, String field, String expected, String found) {
        if (!holds) {
            throw new TermsRefused(field, "not-supported", expected, found);
        }
    }

    private static LoanTerms.Interest interest(Terms terms) {
        if (terms.method() == Terms.Method.FLAT) {
            return LoanTerms.Interest.FLAT;
        }
        return terms.interestPeriod() == Terms.InterestPeriod.DAILY
                ? LoanTerms.Interest.DECLINING_DAILY
                : LoanTerms.Interest.DECLINING_PER_PERIOD;
    }

    private static DayCount dayCount(String text) {
        return DayCount.of(text)
                .orElseThrow(() ->
                        new TermsRefused("dayCount", "unknown", "one of " + String.join(", ", DayCount.texts()), text));
    }

    private static List<LocalDate> due(Terms terms) {
        if (terms.dueDates() != null) {
            return terms.dueDates();
        }
        if (terms.firstDueDate() == null) {
            throw new TermsRefused("firstDueDate", "required", "a date, or dueDates instead", "none");
        }
        return Step.of(terms.every()).from(terms.firstDueDate(), terms.count());
    }

    private static RoundingMode rounding(Terms terms) {
        var mode = terms.rounding() == null || terms.rounding().mode() == null
                ? "HALF_EVEN"
                : terms.rounding().mode();
        return switch (mode) {
            case "HALF_EVEN" -> RoundingMode.HALF_EVEN;
            case "HALF_UP" -> RoundingMode.HALF_UP;
            default -> throw new TermsRefused("rounding.mode", "unknown", "HALF_EVEN or HALF_UP", mode);
        };
    }
}
