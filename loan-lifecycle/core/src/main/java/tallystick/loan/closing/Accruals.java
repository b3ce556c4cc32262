package tallystick.loan.closing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.kernel.Money;

/** What was earned over all loans from one posting to the next: one amount a currency, whatever their number. */
final class Accruals {
    /** A change of day d counts on every day from d on: once for each day that is not posted yet. */
    private static final String EARNED = """
        insert into loan.accrual_postings (jurisdiction, through, currency, amount)
        select c.jurisdiction, :through, c.currency,
               sum(c.change * (cast(:through as date) - greatest(c.day, a.through + 1) + 1))
          from loan.accrual_changes_v1 c join loan.accrued a using (jurisdiction)
         where c.jurisdiction = :jurisdiction and c.day <= :through
         group by c.jurisdiction, c.currency
        """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Accruals(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Fixes the amounts through a day, once: whoever asks again gets the same. Amounts of zero are left out. */
    List<Money> fix(String jurisdiction, LocalDate through) {
        transaction.executeWithoutResult(_ -> {
            if (isBefore(jurisdiction, through)) {
                database.sql(EARNED)
                        .param("jurisdiction", jurisdiction)
                        .param("through", through)
                        .update();
                database.sql("update loan.accrued set through = ? where jurisdiction = ?")
                        .params(through, jurisdiction)
                        .update();
            }
        });
        return amounts(jurisdiction, through);
    }

    private boolean isBefore(String jurisdiction, LocalDate through) {
        return database.sql("select through < ? from loan.accrued where jurisdiction = ? for update")
                .params(through, jurisdiction)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<Money> amounts(String jurisdiction, LocalDate through) {
        return database.sql("select currency, amount from loan.accrual_postings"
                        + " where jurisdiction = ? and through = ? and amount <> 0 order by currency")
                .params(jurisdiction, through)
                .query((row, _) -> {
                    BigDecimal amount = row.getBigDecimal(2);
                    return AgendaTable.money(row.getString(1), amount);
                })
                .list();
    }
}
