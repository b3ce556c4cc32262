package tallystick.loan.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole portfolios as of any day. Lateness of a day is what the last close by then had found, so a report of a day that is
 * closed never changes again.
 */
final class Portfolios {
    /** A loan is in the bucket of its last move by the day. */
    private static final String LAST_MOVES = """
        select distinct on (m.loan) m.loan, m.bucket, m.product, m.currency, m.principal, m.booked_on
          from loan.bucket_moves_v1 m
         where m.jurisdiction = :jurisdiction and m.date <= :asOf
         order by m.loan, m.nr desc
        """;

    private static final String BY_BUCKET = """
        with moved as (%s)
        select a.product, coalesce(m.bucket, 'CURRENT') as bucket, a.currency, count(*) as loans,
               sum(coalesce(m.principal, a.principal)) as principal
          from loan.agenda_v1 a left join moved m on m.loan = a.loan
         where a.jurisdiction = :jurisdiction and a.booked_on <= :asOf and a.state in ('ACTIVE', 'PAID_OFF', 'WITHDRAWN')
           and (a.state = 'ACTIVE' or m.bucket is not null)
         group by 1, 2, 3 order by 1, 2, 3
        """.formatted(LAST_MOVES);
    private static final String ROLLS = """
        select coalesce(came_from, 'CURRENT') as came_from, coalesce(bucket, 'CURRENT') as bucket, currency,
               count(*) as loans, sum(principal) as principal
          from loan.bucket_moves_v1
         where jurisdiction = :jurisdiction and date > :from and date <= :asOf
         group by 1, 2, 3 order by 1, 2, 3
        """;
    private static final String VINTAGES = """
        with late as (
            select loan, min(date) filter (where bucket is not null) as first_late,
                   min(date) filter (where bucket in ('D31_60', 'D61_90', 'D90_PLUS')) as late_30,
                   min(date) filter (where bucket = 'D90_PLUS') as late_90
              from loan.bucket_moves_v1 where jurisdiction = :jurisdiction and date <= :asOf group by loan)
        select cast(date_trunc('month', a.booked_on) as date) as month, a.product, %s as origin, count(*) as loans,
               count(l.first_late) as ever_late, count(l.late_30) as ever_30, count(l.late_90) as ever_90,
               count(*) filter (where l.first_late <= a.first_due + 30) as first_payment_default
          from loan.agenda_v1 a left join late l on l.loan = a.loan
          left join loan.loans_v1 k on k.id = a.loan left join loan.origins_v1 o on o.application = k.application
         where a.jurisdiction = :jurisdiction and a.booked_on <= :asOf
         group by 1, 2, 3 order by 1, 2, 3
        """;
    /** What stands in an account came in last: what went out took the oldest first. */
    private static final String IN_FLIGHT = """
        with days as (
            select books, account, currency, date, sum(debit) as debit, sum(credit) as credit
              from loan.account_sums
             where account in ('1900-payouts-in-transit', '1910-receipts-in-transit', '1920-refunds-in-transit',
                               '1950-unexplained-debits', '2300-suspense')
               and basis in ('BOTH', 'CASH') and date <= :asOf
             group by 1, 2, 3, 4),
        standing as (
            select books, account, currency, sum(debit - credit) as balance
              from days group by 1, 2, 3 having sum(debit - credit) <> 0),
        came as (
            select d.*, s.balance, case when s.balance > 0 then d.debit else d.credit end as moved
              from days d join standing s using (books, account, currency)),
        since as (
            select *, sum(moved) over (partition by books, account, currency order by date desc) - moved as later from came)
        select books, account, currency,
               case when :asOf - date <= 1 then '0-1' when :asOf - date <= 7 then '2-7' when :asOf - date <= 30 then '8-30'
                    else '31+' end as age_days,
               sum(sign(balance) * greatest(0, least(moved, abs(balance) - later))) as balance
          from since
         where abs(balance) > later and moved > 0
         group by 1, 2, 3, 4 order by 1, 2, 3, 4
        """;

    private final JdbcClient database;

    Portfolios(JdbcClient database) {
        this.database = database;
    }

    record Bucketed(String product, String bucket, String currency, long loans, BigDecimal principal) {}

    List<Bucketed> byBucket(String jurisdiction, LocalDate asOf) {
        return database.sql(BY_BUCKET)
                .param("jurisdiction", jurisdiction)
                .param("asOf", asOf)
                .query((row, _) -> new Bucketed(
                        row.getString("product"),
                        row.getString("bucket"),
                        row.getString("currency"),
                        row.getLong("loans"),
                        row.getBigDecimal("principal")))
                .list();
    }

    record Roll(String from, String to, String currency, long loans, BigDecimal principal) {}

    /** Moves after one day and up to another. */
    List<Roll> rolls(String jurisdiction, LocalDate from, LocalDate asOf) {
        return database.sql(ROLLS)
                .param("jurisdiction", jurisdiction)
                .param("from", from)
                .param("asOf", asOf)
                .query((row, _) -> new Roll(
                        row.getString("came_from"),
                        row.getString("bucket"),
                        row.getString("currency"),
                        row.getLong("loans"),
                        row.getBigDecimal("principal")))
                .list();
    }

    /** What loans of a month are told apart by. Public names. */
    enum By {
        MONTH("cast(null as text)"),
        DEALER("o.dealer"),
        OFFICER("o.officer"),
        RULE_SET("o.rule_set");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** Loans of a month, and how many of them were ever so late; a first payment default is late within 30 days of its first due date. */
    record Vintage(
            LocalDate month,
            String product,
            @Nullable String origin,
            long loans,
            long everLate,
            long ever30,
            long ever90,
            long firstPaymentDefault) {}

    List<Vintage> vintages(String jurisdiction, LocalDate asOf, By by) {
        return database.sql(VINTAGES.formatted(by.column))
                .param("jurisdiction", jurisdiction)
                .param("asOf", asOf)
                .query((row, _) -> new Vintage(
                        row.getObject("month", LocalDate.class),
                        row.getString("product"),
                        row.getString("origin"),
                        row.getLong("loans"),
                        row.getLong("ever_late"),
                        row.getLong("ever_30"),
                        row.getLong("ever_90"),
                        row.getLong("first_payment_default")))
                .list();
    }

    /** What stands in an account and came so long ago. */
    record InFlight(String books, String account, String currency, String ageDays, BigDecimal balance) {}

    List<InFlight> inFlight(LocalDate asOf) {
        return database.sql(IN_FLIGHT)
                .param("asOf", asOf)
                .query((row, _) -> new InFlight(
                        row.getString("books"),
                        row.getString("account"),
                        row.getString("currency"),
                        row.getString("age_days"),
                        row.getBigDecimal("balance")))
                .list();
    }
}
