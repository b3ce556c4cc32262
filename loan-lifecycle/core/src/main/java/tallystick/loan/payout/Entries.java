package tallystick.loan.payout;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.servicing.Servicing;

/** For which loans somebody may have entered the money of a bank's row. */
public final class Entries {
    private static final String OPEN = """
        select loan, coalesce(note = ?, false) as named from loan.officer_entries_v1
         where currency = ? and amount = ? and value_date between ? and ? order by loan, transaction
        """;

    private final JdbcTemplate jdbc;

    Entries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(LoanId loan, boolean named) {}

    /** Those whose entry has the bank's reference; where none has it, all with the amount within some days. */
    List<LoanId> of(Money amount, LocalDate day, String bankReference) {
        var open = jdbc.query(
                OPEN,
                (row, _) -> new Entry(new LoanId(row.getString("loan")), row.getBoolean("named")),
                bankReference,
                amount.currency().getCurrencyCode(),
                amount.amount(),
                Date.valueOf(day.minusDays(Servicing.MATCHES_WITHIN_DAYS)),
                Date.valueOf(day.plusDays(Servicing.MATCHES_WITHIN_DAYS)));
        var named = open.stream().filter(Entry::named).toList();
        return (named.isEmpty() ? open : named)
                .stream().map(Entry::loan).distinct().toList();
    }
}
