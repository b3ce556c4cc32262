package tallystick.loan.payout;

import java.sql.Date;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.RepaymentMatched;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.Source;

/** What people entered and no bank has told of yet, over all loans. */
final class EntryList {
    @EventHandler
    void on(LoanEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case RepaymentReceived e when e.source() == Source.OFFICER_ENTRY -> add(e, jdbc);
            case RepaymentMatched e -> remove(e.loan(), e.transaction(), jdbc);
            case TransactionReversed e -> remove(e.loan(), e.of(), jdbc);
            default -> {}
        }
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
