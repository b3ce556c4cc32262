package tallystick.loan.payout;

import java.sql.Date;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent.RepaymentMatched;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.Source;

/** What people entered and no bank has told of yet, over all loans. */
final class EntryList {
    @EventHandler
    void on(RepaymentReceived e, JdbcTemplate jdbc) {
        if (e.source() == Source.OFFICER_ENTRY) {
            add(e, jdbc);
        }
    }

    @EventHandler
    void on(RepaymentMatched e, JdbcTemplate jdbc) {
        remove(e.loan(), e.transaction(), jdbc);
    }

    @EventHandler
    void on(TransactionReversed e, JdbcTemplate jdbc) {
        remove(e.loan(), e.of(), jdbc);
    }

    private static void add(RepaymentReceived e, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into loan.officer_entries_v1 (loan, transaction, currency, amount, value_date, note)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (loan, transaction) do nothing",
                e.loan().value(),
                e.transaction(),
                e.amount().currency().getCurrencyCode(),
                e.amount().amount(),
                Date.valueOf(e.valueDate()),
                e.note());
    }

    private static void remove(LoanId loan, int transaction, JdbcTemplate jdbc) {
        jdbc.update(
                "delete from loan.officer_entries_v1 where loan = ? and transaction = ?", loan.value(), transaction);
    }
}
