package tallystick.bank.gateway.schedules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.Order;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.runtime.messages.StoredJson;

/** Which loans are to be looked at, and what their banks were told last. */
final class ScheduleTable {
    private final JdbcClient database;

    ScheduleTable(JdbcClient database) {
        this.database = database;
    }

    /** @param nr another one as soon as the loan has changed again */
    record Changed(LoanId loan, long nr) {}

    /** The longest waiting. */
    List<Changed> next(int most) {
        return database.sql("select loan, nr from bank.changed_loans order by nr limit ?")
                .param(most)
                .query((row, _) -> new Changed(new LoanId(row.getString("loan")), row.getLong("nr")))
                .list();
    }

    /** What changed again meanwhile stays. */
    void looked(List<Changed> all) {
        database.sql("delete from bank.changed_loans where nr in (:numbers)")
                .param("numbers", all.stream().map(Changed::nr).toList())
                .update();
    }

    /** A loan, or a share of it, that a bank keeps. */
    record LoanAtBank(LoanId loan, BankId bank) {}

    private record Told(LoanAtBank kept, Order.SyncSchedule schedule) {}

    /** A schedule that the bank refused was not told. */
    Map<LoanAtBank, Order.SyncSchedule> told(List<LoanId> loans) {
        return database
                .sql("""
                    select bank, order_json from bank.instructions_v1
                     where kind = 'SyncSchedule' and state <> 'REJECTED' and loan in (:loans)
                    """)
                .param("loans", loans.stream().map(LoanId::value).toList())
                .query((row, _) -> told(new BankId(row.getString("bank")), order(row.getString("order_json"))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Told::kept, Told::schedule, (one, other) -> one.version() > other.version() ? one : other));
    }

    private static Told told(BankId bank, Order.SyncSchedule schedule) {
        return new Told(new LoanAtBank(schedule.loan(), bank), schedule);
    }

    private static Order.SyncSchedule order(String json) {
        return (Order.SyncSchedule) StoredJson.mapper().readerFor(Order.class).<Order>readValue(json);
    }
}
