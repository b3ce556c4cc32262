package tallystick.application.lines;

import java.math.BigDecimal;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.InterestCapitalized;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundOwed;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.LoanEvent.TransactionReversed;

/**
 * How much of the principal that was lent came back of each loan; what was forgiven did not, and neither did its return.
 * What became principal without being lent is taken off, so that its payment replenishes no line: below zero until it is
 * paid.
 */
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

    @EventHandler
    void on(InterestCapitalized event, JdbcTemplate jdbc) {
        add(event.loan(), event.more().amount().negate(), jdbc);
    }

    @EventHandler
    void on(TermsChanged event, JdbcTemplate jdbc) {
        add(event.loan(), added(event.capitalized()).negate(), jdbc);
    }

    @EventHandler
    void on(CapitalizationRestated event, JdbcTemplate jdbc) {
        add(event.loan(), added(event.more()).negate(), jdbc);
    }

    /** The principal among what became principal was lent. */
    private static BigDecimal added(Parts capitalized) {
        return capitalized
                .interest()
                .plus(capitalized.fees())
                .plus(capitalized.penalties())
                .amount();
    }

    @EventHandler
    void on(RefundOwed event, JdbcTemplate jdbc) {
        add(event.loan(), event.amount().amount().negate(), jdbc);
    }

    @EventHandler
    void on(RefundCovered event, JdbcTemplate jdbc) {
        add(event.loan(), event.amount().amount(), jdbc);
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
