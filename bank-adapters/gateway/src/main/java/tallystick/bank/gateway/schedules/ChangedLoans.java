package tallystick.bank.gateway.schedules;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.DebtForgiven;
import tallystick.loan.api.LoanEvent.FeeCharged;
import tallystick.loan.api.LoanEvent.FeeWaived;
import tallystick.loan.api.LoanEvent.InterestCapitalized;
import tallystick.loan.api.LoanEvent.LateFeeCorrected;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanImported;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundFailed;
import tallystick.loan.api.LoanEvent.RefundOwed;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.ShareSold;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.LoanEvent.TransactionReversed;

/** Notes each loan that was paid out or came from elsewhere, and each whose rows or lenders may have changed since. */
public final class ChangedLoans {
    @EventHandler
    void on(LoanActivated event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    /** Where a lender is named that may keep it. */
    @EventHandler
    void on(LoanImported event, JdbcTemplate jdbc) {
        if (event.funding() != null) {
            changed(event.loan(), jdbc);
        }
    }

    @EventHandler
    void on(ShareSold event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    /** Paid early, it may leave other rows. */
    @EventHandler
    void on(RepaymentReceived event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(TransactionReversed event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    /** Of credit that is gone, principal is due; of credit that is there again, it is not. */
    @EventHandler
    void on(RefundOwed event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(RefundCovered event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(RefundFailed event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(LoanRestated event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(TermsChanged event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(CapitalizationRestated event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(InterestCapitalized event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(FeeCharged event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(FeeWaived event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(LateFeeCorrected event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    @EventHandler
    void on(DebtForgiven event, JdbcTemplate jdbc) {
        changed(event.loan(), jdbc);
    }

    /** A new number each time: who looked before it must look again. */
    private static void changed(LoanId loan, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into bank.changed_loans (loan) values (?) on conflict (loan) do update set nr = excluded.nr",
                loan.value());
    }
}
