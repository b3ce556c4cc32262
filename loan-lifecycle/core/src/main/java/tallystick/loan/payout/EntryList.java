package tallystick.loan.payout;

import java.sql.Date;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent.RepaymentMatched;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.Source;

/** What people entered, over all loans, and which row of a bank it turned out to be. */
final class EntryList {
    @EventHandler
    void on(RepaymentReceived e, JdbcTemplate jdbc) {
        if (e.source() == Source.OFFICER_ENTRY) {
            add(e, jdbc);
        }
    }

    @EventHandler
    void on(RepaymentMatched e, JdbcTemplate jdbc) {
        jdbc.update(
                "update loan.officer_entries_v1 set matched = ? where loan = ? and transaction = ?",
                e.reference(),
                e.loan().value(),
                e.transaction());
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

    /** What a bank's row was stays, for the row may be looked for again. */
    private static void remove(LoanId loan, int transaction, JdbcTemplate jdbc) {
        jdbc.update(
                "delete from loan.officer_entries_v1 where loan = ? and transaction = ? and matched is null",
                loan.value(),
                transaction);
    }
}
