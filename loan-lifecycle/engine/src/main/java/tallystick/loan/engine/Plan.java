package tallystick.loan.engine;

import java.time.LocalDate;

/**
 * What the rows of a loan follow from a day on: the terms as they are now, and the interest that waits for the first
 * row.
 */
record Plan(LoanTerms terms, Schedule schedule, Earning earning) {
    static Plan of(LoanTerms terms) {
        return of(terms, 0);
    }

    static Plan of(LoanTerms terms, long waiting) {
        var schedule = ScheduleBuilder.of(terms, waiting);
        return new Plan(terms, schedule, new Earning(terms, schedule, waiting));
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
