package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** The penalty interest of one row: exact while it grows, rounded once when it is asked for. */
final class Overdue {
    private final LoanTerms terms;
    private final OpenRow row;
    private BigDecimal grown = BigDecimal.ZERO;
    private BigDecimal compounded = BigDecimal.ZERO;
    private LocalDate until;
    private int compoundings;
    private long charged;

    Overdue(LoanTerms terms, OpenRow row) {
        this.terms = terms;
        this.row = row;
        until = row.due();
    }

    /** The same of a copy of its row. */
    Overdue copy(OpenRow other) {
        var copy = new Overdue(terms, other);
        copy.grown = grown;
        copy.compounded = compounded;
        copy.until = until;
        copy.compoundings = compoundings;
        copy.charged = charged;
        return copy;
    }

    /** Grows through a day, and charges what is more than was charged before. */
    void growThrough(LocalDate day) {
        var penalty = terms.penalty();
        if (penalty == null || !day.isAfter(until)) {
            return;
        }
        var graceEnd = row.due().plusDays(penalty.graceDays());
        if (charged == 0 && !until.isAfter(graceEnd) && base(penalty) == 0) {
            grown = BigDecimal.ZERO;
        }
        compound(penalty, day);
        grow(penalty, day);
        if (day.isAfter(graceEnd)) {
            var whole = grown.setScale(0, terms.rounding().mode()).longValueExact();
            row.owe(Component.PENALTY, whole - charged);
            charged = whole;
        }
    }

    /** What has grown by then and is not paid bears interest too, from each step after the due date. */
    private void compound(Penalty penalty, LocalDate day) {
        var step = penalty.compounding();
        while (step != null && !step.after(row.due(), compoundings + 1).isAfter(day)) {
            compoundings++;
            grow(penalty, step.after(row.due(), compoundings));
            compounded = grown.subtract(BigDecimal.valueOf(row.paid(Component.PENALTY)))
                    .max(BigDecimal.ZERO);
        }
    }

    private void grow(Penalty penalty, LocalDate day) {
        grown = grown.add(interest(penalty, day));
        until = day;
    }

    private BigDecimal interest(Penalty penalty, LocalDate day) {
        var year = days(day);
        return penalty.annualRate()
                .perYear()
                .multiply(compounded.add(BigDecimal.valueOf(base(penalty))))
                .multiply(BigDecimal.valueOf(year.numerator()))
                .divide(BigDecimal.valueOf(year.denominator()), MathContext.DECIMAL128);
    }

    private YearFraction days(LocalDate day) {
        var dayCount = terms.dayCount().isOurs() ? terms.dayCount() : DayCount.ACT_365;
        return dayCount.between(until, day, new Period(1, 1, until, day), terms.every());
    }

    private long base(Penalty penalty) {
        var principal = row.outstanding(Component.PRINCIPAL);
        return penalty.on() == Penalty.On.OVERDUE_PRINCIPAL
                ? principal
                : principal + row.outstanding(Component.INTEREST) + row.outstanding(Component.FEE);
    }
}
