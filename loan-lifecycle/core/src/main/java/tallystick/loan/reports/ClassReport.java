package tallystick.loan.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.servicing.LoansAsOf;
import tallystick.loan.servicing.LoansAsOf.Classed;

/**
 * Loans that ran on a day by regulatory class. The index tells of those that were not late and have not moved since; late
 * ones, those that two people classed and those that moved later are looked at one by one.
 */
final class ClassReport {
    private static final String LATE_BY_THEN = """
        with late as (select distinct on (m.loan) m.loan, m.bucket
                        from loan.bucket_moves_v1 m
                       where m.jurisdiction = :jurisdiction and m.date <= :asOf
                       order by m.loan, m.nr desc),
        known as (
            select a.loan, a.product, a.currency, a.principal, a.state,
                   l.bucket is not null or c.loan is not null or coalesce(a.moved_on > :asOf, true) as single
              from loan.agenda_v1 a
              left join late l on l.loan = a.loan
              left join loan.marks_v1 c on c.loan = a.loan and c.mark = 'CLASSED' and c.since <= :asOf
             where a.jurisdiction = :jurisdiction and a.booked_on <= :asOf
               and a.state in ('ACTIVE', 'PAID_OFF', 'WITHDRAWN'))
        """;
    private static final String PLAIN = LATE_BY_THEN + """
        select product, currency, count(*) as loans, sum(principal) as principal
          from known where not single and state = 'ACTIVE' group by 1, 2
        """;
    private static final String ONE_BY_ONE = LATE_BY_THEN + "select loan from known where single";

    private final JdbcClient database;
    private final LoansAsOf loans;

    ClassReport(JdbcClient database, LoansAsOf loans) {
        this.database = database;
        this.loans = loans;
    }

    /** Loans of one product in one class. */
    record InClass(String product, String regulatoryClass, String currency, long loans, BigDecimal principal) {
        static InClass of(Classed one) {
            return new InClass(one.product(), one.regulatoryClass(), one.currency(), 1, one.principal());
        }

        private InClass plus(InClass more) {
            return new InClass(product, regulatoryClass, currency, loans + more.loans, principal.add(more.principal));
        }

        private List<String> kind() {
            return List.of(product, regulatoryClass, currency);
        }
    }

    List<InClass> byClass(String jurisdiction, LocalDate asOf) {
        var all = new LinkedHashMap<List<String>, InClass>();
        Stream.concat(
                        plain(jurisdiction, asOf).stream(),
                        oneByOne(jurisdiction, asOf).stream().map(InClass::of))
                .forEach(some -> all.merge(some.kind(), some, InClass::plus));
        return all.values().stream()
                .sorted(Comparator.comparing(some -> some.kind().toString()))
                .toList();
    }

    private List<InClass> plain(String jurisdiction, LocalDate asOf) {
        return database.sql(PLAIN)
                .param("jurisdiction", jurisdiction)
                .param("asOf", asOf)
                .query((row, _) -> new InClass(
                        row.getString("product"),
                        loans.regular(jurisdiction, asOf),
                        row.getString("currency"),
                        row.getLong("loans"),
                        row.getBigDecimal("principal")))
                .list();
    }

    private List<Classed> oneByOne(String jurisdiction, LocalDate asOf) {
        var wanted = database.sql(ONE_BY_ONE)
                .param("jurisdiction", jurisdiction)
                .param("asOf", asOf)
                .query(String.class)
                .list();
        return loans.classed(wanted, asOf);
    }
}
