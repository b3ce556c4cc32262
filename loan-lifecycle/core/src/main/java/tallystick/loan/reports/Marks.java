package tallystick.loan.reports;

import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanEvent.ChangeProposed;
import tallystick.loan.api.LoanEvent.FeeCharged;
import tallystick.loan.api.LoanEvent.TermsChanged;

/** Which loans reports look at one by one, since which day: the contract does not tell what they cost, or lateness their class. */
final class Marks {
    /** Stored by name. */
    enum Mark {
        CHARGED,
        CLASSED
    }

    @EventHandler
    void on(FeeCharged e, JdbcTemplate jdbc) {
        mark(e.loan(), Mark.CHARGED, e.date(), jdbc);
    }

    @EventHandler
    void on(TermsChanged e, JdbcTemplate jdbc) {
        mark(e.loan(), Mark.CHARGED, e.date(), jdbc);
    }

    @EventHandler
    void on(ChangeProposed e, JdbcTemplate jdbc) {
        if (e.what() instanceof Change.Classify) {
            mark(e.loan(), Mark.CLASSED, e.date(), jdbc);
        }
    }

    private static void mark(LoanId loan, Mark mark, LocalDate since, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into loan.marks_v1 as m (loan, mark, since) values (?, ?, ?)"
                        + " on conflict (loan, mark) do update set since = least(m.since, excluded.since)",
                loan.value(),
                mark.name(),
                since);
    }
}
