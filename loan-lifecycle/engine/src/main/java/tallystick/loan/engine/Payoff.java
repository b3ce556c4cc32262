package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What ends a loan on a day, and how much dearer each further day makes it. Money the customer has with us counts. */
public record Payoff(
        BigDecimal principal, BigDecimal interest, BigDecimal fees, BigDecimal penalties, BigDecimal perDay) {
    static Payoff of(LoanTerms terms, Statement now, LocalDate day) {
        var owed = now.owed();
        var running = running(now, day);
        return new Payoff(
                owed.principal(),
                owed.interest().add(running == null ? terms.zero() : accrued(terms, now, running, day)),
                now.rows().stream().map(Payoff::fees).reduce(terms.zero(), BigDecimal::add),
                owed.penalties(),
                running == null
                        ? terms.zero()
                        : Replay.Accrual.of(terms, notYetDue(terms, now, day), day, day.plusDays(1)));
    }

    public BigDecimal total() {
        return principal.add(interest).add(fees).add(penalties);
    }

    private static Statement.@org.jspecify.annotations.Nullable PaidRow running(Statement now, LocalDate day) {
        return now.rows().stream()
                .filter(row -> row.row().due().isAfter(day) && row.row().from().isBefore(day))
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal accrued(LoanTerms terms, Statement now, Statement.PaidRow running, LocalDate day) {
        return Replay.Accrual.of(
                        terms, notYetDue(terms, now, day), running.row().from(), day)
                .subtract(running.parts().interest())
                .max(terms.zero());
    }

    private static BigDecimal notYetDue(LoanTerms terms, Statement now, LocalDate day) {
        return now.rows().stream()
                .filter(row -> row.row().due().isAfter(day))
                .map(row -> row.row().principal().subtract(row.parts().principal()))
                .reduce(terms.zero(), BigDecimal::add);
    }

    private static BigDecimal fees(Statement.PaidRow row) {
        return row.row().fees().subtract(row.parts().fees());
    }
}
