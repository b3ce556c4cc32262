package tallystick.loan.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.servicing.LoansAsOf;
import tallystick.loan.servicing.LoansAsOf.Costing;

/**
 * Loans that ran on a day, against the cap on the cost of credit of the day each was booked. The contract tells what most of
 * them cost; those that were charged something or changed since, and those that have ended since, are looked at one by one.
 */
final class Compliance {
    private static final String BY_CONTRACT = """
        from loan.costs_v1 c join loan.agenda_v1 a on a.loan = c.loan
         where a.jurisdiction = :jurisdiction and a.booked_on <= :asOf and a.state = 'ACTIVE'
           and not exists (select from loan.marks_v1 m
                            where m.loan = a.loan and m.mark = 'CHARGED' and m.since <= :asOf)
        """;
    private static final String BY_CAP = """
        select a.product, c.cap, c.highest, count(*) as loans, count(*) filter (where c.above) as above,
               max(c.cost) as cost
        """ + BY_CONTRACT + " group by 1, 2, 3";
    private static final String LOANS =
            "select a.loan, a.product, a.booked_on, c.cap, c.highest, c.cost, c.above " + BY_CONTRACT;
    private static final String ONE_BY_ONE = """
        select a.loan
          from loan.agenda_v1 a left join loan.marks_v1 m on m.loan = a.loan and m.mark = 'CHARGED'
         where a.jurisdiction = :jurisdiction and a.booked_on <= :asOf
           and (a.state = 'ACTIVE' and m.since <= :asOf
                or a.state in ('PAID_OFF', 'WITHDRAWN') and coalesce(a.moved_on > :asOf, true))
        """;
    private static final Comparator<Costing> DEAREST_FIRST = Comparator.comparing(Costing::above)
            .reversed()
            .thenComparing(Costing::cost, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Costing::loan);

    private final JdbcClient database;
    private final LoansAsOf loans;

    Compliance(JdbcClient database, LoansAsOf loans) {
        this.database = database;
        this.loans = loans;
    }

    /**
     * Loans of one product under one cap.
     *
     * @param cap null where none holds
     * @param highest what the cap allows a year
     * @param dearest what the loan costs that costs the most
     */
    record Capped(
            String product,
            @Nullable String cap,
            @Nullable BigDecimal highest,
            long loans,
            long above,
            @Nullable BigDecimal dearest) {
        static Capped of(Costing one) {
            return new Capped(one.product(), one.cap(), one.highest(), 1, one.above() ? 1 : 0, one.cost());
        }

        private Capped plus(Capped more) {
            var dearest = Stream.of(this, more)
                    .map(Capped::dearest)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder());
            return new Capped(product, cap, highest, loans + more.loans, above + more.above, dearest.orElse(null));
        }

        private List<Object> kind() {
            return List.of(product, String.valueOf(cap), String.valueOf(highest));
        }
    }

    List<Capped> byCap(String jurisdiction, LocalDate asOf) {
        var all = new LinkedHashMap<List<Object>, Capped>();
        Stream.concat(
                        byContract(jurisdiction, asOf).stream(),
                        oneByOne(jurisdiction, asOf).stream().map(Capped::of))
                .forEach(capped -> all.merge(capped.kind(), capped, Capped::plus));
        return all.values().stream()
                .sorted(Comparator.comparing(capped -> capped.kind().toString()))
                .toList();
    }

    private List<Capped> byContract(String jurisdiction, LocalDate asOf) {
        return database.sql(BY_CAP)
                .param("jurisdiction", jurisdiction)
                .param("asOf", asOf)
                .query((row, _) -> new Capped(
                        row.getString("product"),
                        row.getString("cap"),
                        row.getBigDecimal("highest"),
                        row.getLong("loans"),
                        row.getLong("above"),
                        row.getBigDecimal("cost")))
                .list();
    }

    private List<Costing> oneByOne(String jurisdiction, LocalDate asOf) {
        var wanted = database.sql(ONE_BY_ONE)
                .param("jurisdiction", jurisdiction)
                .param("asOf", asOf)
                .query(String.class)
                .list();
        return loans.costs(wanted, asOf);
    }

    /** Those above their cap first. */
    List<Costing> loans(String jurisdiction, LocalDate asOf) {
        var all = new ArrayList<>(oneByOne(jurisdiction, asOf));
        all.addAll(database.sql(LOANS)
                .param("jurisdiction", jurisdiction)
                .param("asOf", asOf)
                .query((row, _) -> new Costing(
                        row.getString("loan"),
                        row.getString("product"),
                        row.getObject("booked_on", LocalDate.class),
                        row.getString("cap"),
                        row.getBigDecimal("highest"),
                        row.getBigDecimal("cost"),
                        row.getBoolean("above")))
                .list());
        all.sort(DEAREST_FIRST);
        return all;
    }
}
