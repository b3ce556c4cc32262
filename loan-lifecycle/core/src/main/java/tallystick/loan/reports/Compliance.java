package tallystick.loan.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loans that run now and were booked by a day, against the cap on the cost of credit of the day each was booked. */
final class Compliance {
    private static final String RUNNING = """
        from loan.costs_v1 c join loan.agenda_v1 a on a.loan = c.loan
         where a.jurisdiction = :jurisdiction and a.booked_on <= :asOf and a.state = 'ACTIVE'
        """;
    private static final String BY_CAP = """
        select a.product, c.cap, c.highest, count(*) as loans, count(*) filter (where c.above) as above,
               max(c.cost) as cost
        """ + RUNNING + " group by 1, 2, 3 order by 1, 2, 3";
    private static final String LOANS = "select a.loan, a.product, a.booked_on, c.cap, c.highest, c.cost, c.above "
            + RUNNING
            + " order by c.above desc, c.cost desc nulls last, a.loan";

    private final JdbcClient database;

    Compliance(JdbcClient database) {
        this.database = database;
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
            @Nullable BigDecimal dearest) {}

    List<Capped> byCap(String jurisdiction, LocalDate asOf) {
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

    /** The same of one loan. */
    record Costing(
            String loan,
            String product,
            LocalDate bookedOn,
            @Nullable String cap,
            @Nullable BigDecimal highest,
            @Nullable BigDecimal cost,
            boolean above) {}

    /** Those above their cap first. */
    List<Costing> loans(String jurisdiction, LocalDate asOf) {
        return database.sql(LOANS)
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
                .list();
    }
}
