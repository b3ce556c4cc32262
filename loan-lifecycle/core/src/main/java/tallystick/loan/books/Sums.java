package tallystick.loan.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Money;

/**
 * What stands in the accounts, of any booking date and as known at any instant. Whole hours come from the sums; of the
 * hour that the instant cuts, the journals themselves are added.
 */
final class Sums {
    private static final String KNOWN_NOW = """
        select currency, account, sum(debit) as debit, sum(credit) as credit
          from loan.account_sums
         where books = :books and date <= :asOf and basis in ('BOTH', :basis)
           and (cast(:account as text) is null or account = :account)
         group by currency, account order by currency, account
        """;
    private static final String KNOWN_THEN = """
        select currency, account, sum(debit) as debit, sum(credit) as credit from (
            select currency, account, debit, credit
              from loan.account_sums
             where books = :books and date <= :asOf and basis in ('BOTH', :basis) and known_in < :hour
               and (cast(:account as text) is null or account = :account)
            union all
            select p.currency, p.account,
                   case p.side when 'DEBIT' then p.amount else 0 end, case p.side when 'CREDIT' then p.amount else 0 end
              from loan.journals j join loan.postings p on p.journal = j.nr
             where j.known_at >= :hour and j.known_at <= :knownAt and p.date <= :asOf and p.basis in ('BOTH', :basis)
               and p.books = :books
               and (cast(:account as text) is null or p.account = :account)) known
         group by currency, account order by currency, account
        """;

    private final JdbcClient database;

    Sums(JdbcClient database) {
        this.database = database;
    }

    /** One account in one currency; debits are positive in the balance. */
    record Sum(String currency, String account, BigDecimal debit, BigDecimal credit) {
        BigDecimal balance() {
            return debit.subtract(credit);
        }
    }

    /**
     * Of every account of one entity, or of one.
     *
     * @param books whose
     * @param knownAt null for what is known now
     */
    List<Sum> of(String books, @Nullable String account, LocalDate asOf, @Nullable Instant knownAt, Basis basis) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("books", books);
        params.put("asOf", asOf);
        params.put("basis", basis.name());
        params.put("account", account);
        if (knownAt != null) {
            params.put("knownAt", utc(knownAt));
            params.put("hour", utc(knownAt.truncatedTo(ChronoUnit.HOURS)));
        }
        return database.sql(knownAt == null ? KNOWN_NOW : KNOWN_THEN)
                .params(params)
                .query((row, _) -> {
                    var currency = row.getString("currency");
                    return new Sum(
                            currency,
                            row.getString("account"),
                            exact(currency, row.getBigDecimal("debit")),
                            exact(currency, row.getBigDecimal("credit")));
                })
                .list();
    }

    /** Who has books: a few, however many sums there are. */
    List<String> entities() {
        return database.sql("""
            with recursive known as (
                (select books from loan.account_sums order by books limit 1)
                union all
                select (select s.books from loan.account_sums s where s.books > known.books order by s.books limit 1)
                  from known where known.books is not null)
            select books from known where books is not null order by books
            """).query(String.class).list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static BigDecimal exact(String currency, BigDecimal amount) {
        return new Money(Currency.getInstance(currency), amount).amount();
    }
}
