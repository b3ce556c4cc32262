package tallystick.application.lines;

import java.math.BigDecimal;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TransactionReversed;

/** How much principal came back of each loan; what was forgiven did not, and neither did its return. */
final class Repaid {
    @EventHandler
    void on(RepaymentReceived event, JdbcTemplate jdbc) {
        add(event.loan(), event.parts().principal().amount(), jdbc);
    }

    @EventHandler
    void on(TransactionReversed event, JdbcTemplate jdbc) {
        if (event.accounting() != Accounting.FORGIVENESS) {
            add(event.loan(), event.parts().principal().amount().negate(), jdbc);
        }
    }

    @EventHandler
    void on(LoanRestated event, JdbcTemplate jdbc) {
        event.moved()
                .forEach(moved -> add(
                        event.loan(),
                        moved.after()
                                .principal()
                                .minus(moved.before().principal())
                                .amount(),
                        jdbc));
    }

    private static void add(LoanId loan, BigDecimal principal, JdbcTemplate jdbc) {
        if (principal.signum() != 0) {
            jdbc.update(
                    "insert into application.repaid_v1 as r (loan, principal) values (?, ?) on conflict (loan) do"
                            + " update set principal = r.principal + excluded.principal",
                    loan.value(),
                    principal);
        }
    }
}
