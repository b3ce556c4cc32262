package tallystick.loan.payout;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.servicing.Servicing;

/** For which loans somebody may have entered the money of a bank's row. */
public final class Entries {
    private static final String OPEN = """
        select loan, coalesce(note = ?, false) as named, coalesce(trim(note), '') <> '' as noted
          from loan.officer_entries_v1
         where matched is null and currency = ? and amount = ? and value_date between ? and ?
         order by loan, transaction
        """;

    private static final String MATCHED = """
        select loan from loan.officer_entries_v1
         where matched = ? and currency = ? and amount = ? and value_date between ? and ?
        """;

    private final JdbcTemplate jdbc;

    Entries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(LoanId loan, boolean named, boolean noted) {}

    /**
     * What was found.
     *
     * @param only the one loan whose entry it is, if there is one
     * @param candidates those that a person should look at, where there is not
     */
    record Found(Optional<LoanId> only, List<LoanId> candidates) {
        private static Found of(List<Entry> sure, List<Entry> all) {
            var loans = loans(sure);
            return loans.size() == 1
                    ? new Found(Optional.of(loans.getFirst()), List.of())
                    : new Found(Optional.empty(), loans(all));
        }

        private static List<LoanId> loans(List<Entry> entries) {
            return entries.stream().map(Entry::loan).distinct().toList();
        }
    }

    /** The loan whose entry a bank's row is already: a step that is repeated finds what it found before. */
    Optional<LoanId> matched(String row, Money amount, LocalDate day) {
        return jdbc
                .query(
                        MATCHED,
                        (found, _) -> new LoanId(found.getString("loan")),
                        row,
                        amount.currency().getCurrencyCode(),
                        amount.amount(),
                        from(day),
                        through(day))
                .stream()
                .findFirst();
    }

    /**
     * Those whose entry has the bank's reference; where none has it, those with the amount within some days that have none:
     * what was entered for another row is only for a person to look at.
     */
    Found of(Money amount, LocalDate day, String bankReference) {
        var open = jdbc.query(
                OPEN,
                (row, _) ->
                        new Entry(new LoanId(row.getString("loan")), row.getBoolean("named"), row.getBoolean("noted")),
                bankReference,
                amount.currency().getCurrencyCode(),
                amount.amount(),
                from(day),
                through(day));
        var named = open.stream().filter(Entry::named).toList();
        return named.isEmpty()
                ? Found.of(open.stream().filter(entry -> !entry.noted()).toList(), open)
                : Found.of(named, named);
    }

    private static Date from(LocalDate day) {
        return Date.valueOf(day.minusDays(Servicing.MATCHES_WITHIN_DAYS));
    }

    private static Date through(LocalDate day) {
        return Date.valueOf(day.plusDays(Servicing.MATCHES_WITHIN_DAYS));
    }
}
