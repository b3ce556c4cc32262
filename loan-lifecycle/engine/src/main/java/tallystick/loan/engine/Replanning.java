package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** The plan of what is left of a loan from a day on, made of the plan before. */
final class Replanning {
    private final Plan before;
    private final LocalDate day;
    private final List<LocalDate> dates;
    private final List<Long> principals;

    /** @param rows those that are not due by the day */
    Replanning(Plan before, List<OpenRow> rows, LocalDate day) {
        this.before = before;
        this.day = day;
        dates = rows.stream().map(OpenRow::due).toList();
        principals = rows.stream().map(OpenRow::plannedPrincipal).toList();
    }

    private long principal() {
        return principals.stream().mapToLong(Long::longValue).sum();
    }

    /** Where principal was paid before its time. */
    Plan after(long prepaid, Fact.Prepayment.Effect effect) {
        var left = principal() - prepaid;
        var draft = rest(left);
        switch (effect) {
            case SMALLER_INSTALLMENT -> smaller(draft, prepaid);
            case SHORTER_TERM -> shorter(draft, prepaid);
            case PRINCIPAL_IN_ADVANCE -> custom(draft, lessFirst(prepaid));
        }
        try {
            return plan(draft);
        } catch (TermsNotPossible tooSmall) {
            // The instalment as it was would not even pay the interest that waits: another one does.
            return plan(rest(left).amortization(Amortization.EQUAL_INSTALLMENTS).agreed(Agreed.NOTHING));
        }
    }

    private void smaller(TermsDraft draft, long prepaid) {
        if (before.terms().amortization() == Amortization.CUSTOM) {
            custom(draft, lessFirst(prepaid));
        }
    }

    private void shorter(TermsDraft draft, long prepaid) {
        var installment = before.installmentAfter(day);
        if (before.terms().amortization() == Amortization.EQUAL_INSTALLMENTS && dates.size() > 1) {
            draft.amortization(Amortization.FIXED_INSTALLMENT).agreed(Agreed.installment(money(installment)));
        } else if (before.terms().amortization() != Amortization.FIXED_INSTALLMENT) {
            custom(draft, lessFirst(prepaid, principals.reversed()).reversed());
        }
    }

    private List<Long> lessFirst(long prepaid) {
        return lessFirst(prepaid, principals);
    }

    private static List<Long> lessFirst(long prepaid, List<Long> principals) {
        var left = prepaid;
        var less = new ArrayList<Long>();
        for (var each : principals) {
            var part = Math.min(left, each);
            less.add(each - part);
            left -= part;
        }
        return less;
    }

    /** Rows without principal at the end have nothing to bear interest either. */
    private void custom(TermsDraft draft, List<Long> amounts) {
        var rows = amounts.size();
        while (rows > 1 && amounts.get(rows - 1) == 0) {
            rows--;
        }
        draft.dueDates(dates.subList(0, rows))
                .amortization(Amortization.CUSTOM)
                .agreed(Agreed.principals(
                        amounts.subList(0, rows).stream().map(this::money).toList()));
    }

    /** Where it was agreed anew. */
    Plan after(NewTerms changes, long capitalized) {
        var draft = rest(principal() + capitalized);
        if (changes.annualRate() != null) {
            draft.annualRate(changes.annualRate()).rates(List.of());
        }
        if (changes.dueDates() != null) {
            draft.dueDates(changes.dueDates());
        }
        if (changes.amortization() != null) {
            draft.amortization(changes.amortization()).agreed(changes.agreed());
        } else if (before.terms().amortization() == Amortization.CUSTOM) {
            draft.amortization(Amortization.EQUAL_INSTALLMENTS).agreed(Agreed.NOTHING);
        }
        return plan(draft);
    }

    private Plan plan(TermsDraft draft) {
        return Plan.of(draft.terms(), before.earning().accrued(day));
    }

    /** The terms as they are, of a loan that is paid out on the day; graces go on where they are not over. */
    private TermsDraft rest(long units) {
        var terms = before.terms();
        var over = terms.dueDates().size() - dates.size();
        return TermsDraft.of(terms)
                .principal(money(units))
                .disbursements(List.of(new Disbursement(day, money(units))))
                .annualRate(rateOn(terms))
                .rates(terms.rates().stream()
                        .filter(step -> step.from().isAfter(day))
                        .toList())
                .dueDates(dates)
                .fees(terms.fees().stream()
                        .filter(fee -> fee.when() == Fee.When.PER_INSTALLMENT)
                        .toList())
                .downPayment(BigDecimal.ZERO)
                .grace(terms.grace().after(over));
    }

    private Rate rateOn(LoanTerms terms) {
        var rate = terms.annualRate();
        for (var step : terms.rates()) {
            rate = step.from().isAfter(day) ? rate : step.annualRate();
        }
        return rate;
    }

    private Money money(long units) {
        return Money.ofMinor(before.terms().currency(), units);
    }
}
