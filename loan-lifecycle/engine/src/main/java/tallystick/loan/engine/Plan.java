package tallystick.loan.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a loan follow from a day on: the terms as they are now, and the interest that waits for the first
 * row.
 */
final class Plan {
    private final LoanTerms terms;
    private final Schedule schedule;
    private final long waiting;
    private @Nullable Earning earning;

    private Plan(LoanTerms terms, long waiting) {
        this.terms = terms;
        this.waiting = waiting;
        schedule = ScheduleBuilder.of(terms, waiting);
    }

    static Plan of(LoanTerms terms) {
        return new Plan(terms, 0);
    }

    static Plan of(LoanTerms terms, long waiting) {
        return new Plan(terms, waiting);
    }

    LoanTerms terms() {
        return terms;
    }

    Schedule schedule() {
        return schedule;
    }

    /** Fineract's conventions give nothing back. */
    boolean endsWithPayoff() {
        return terms.convention() == Convention.STANDARD;
    }

    /** Made when it is asked for: most payments end nothing. */
    Earning earning() {
        if (earning == null) {
            earning = Earning.of(terms, schedule, waiting);
        }
        return earning;
    }

    /** The instalment that a row after a day has, without fees. */
    long installmentAfter(LocalDate day) {
        return schedule.rows().stream()
                .filter(row -> row.type() == RowType.INSTALLMENT && row.due().isAfter(day))
                .mapToLong(row -> row.parts().principalUnits() + row.parts().interestUnits())
                .findFirst()
                .orElse(0);
    }
}
