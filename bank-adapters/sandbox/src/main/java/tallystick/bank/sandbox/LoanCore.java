package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bank's own count of a loan: the schedule it was told, and of its ledger what went out and came in. Money pays the
 * oldest row first, in it fees, then interest, then principal. It shares no line of code with the platform's.
 */
final class LoanCore {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** What was paid out less what of that came back, and what came in less what of that went back. */
    private static final String MONEY = """
        select loan, sum(case when is_payout then case debit when 'loans' then amount else -amount end else 0 end),
               sum(case when is_payout then 0 else case credit when 'loans' then amount else -amount end end)
          from (select l.*, exists (select 1 from ledger p where p.reference = l.reference and p.type = 'PAYOUT')
                            as is_payout
                  from ledger l where l.loan is not null and l.value_date <= ?) as moved
         group by loan
        """;

    private LoanCore() {}

    /** A later version of a schedule takes the place of an earlier one, whichever comes first. */
    static void keep(Connection connection, Order order) throws SQLException {
        var schedule = order.schedule();
        if (schedule == null || order.loan() == null) {
            throw new IllegalArgumentException("Expected a loan and its rows; found none.");
        }
        try (var insert = connection.prepareStatement("insert into schedules"
                + " (loan, version, nr, due, principal, interest, fees, currency, principal_left)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (loan, version, nr) do nothing")) {
            for (var nr = 0; nr < schedule.rows().size(); nr++) {
                var row = schedule.rows().get(nr);
                insert.setString(1, order.loan());
                insert.setLong(2, schedule.version());
                insert.setInt(3, nr);
                insert.setDate(4, Date.valueOf(row.due()));
                insert.setBigDecimal(5, row.principal());
                insert.setBigDecimal(6, row.interest());
                insert.setBigDecimal(7, row.fees());
                insert.setString(8, order.amount().currency().getCurrencyCode());
                insert.setBigDecimal(9, order.amount().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Every loan whose schedule the bank knows, at the end of a day; the first with a cent too much, where that is wanted. */
    static List<Object> positions(Connection connection, LocalDate day, @Nullable Fault fault) throws SQLException {
        var positions = new ArrayList<Object>();
        for (var loan : loans(connection, day).entrySet()) {
            var isWrong = fault == Fault.WRONG_AMOUNT && positions.isEmpty();
            positions.add(loan.getValue().position(loan.getKey(), day, isWrong ? CENT : BigDecimal.ZERO));
        }
        return positions;
    }

    private static Map<String, Loan> loans(Connection connection, LocalDate day) throws SQLException {
        var loans = new LinkedHashMap<String, Loan>();
        try (var select = connection.prepareStatement("select s.loan, s.currency, s.due, s.principal, s.interest,"
                        + " s.fees, case when exists (select 1 from ledger p where p.loan = s.loan and p.type ="
                        + " 'PAYOUT') then null else (select f.principal_left from schedules f where f.loan ="
                        + " s.loan order by f.version, f.nr limit 1) end from schedules s where s.version ="
                        + " (select max(version) from schedules l where l.loan = s.loan) order by s.loan, s.nr");
                var row = select.executeQuery()) {
            while (row.next()) {
                loans.computeIfAbsent(row.getString(1), _ -> new Loan())
                        .row(
                                row.getString(2),
                                row.getBigDecimal(7),
                                new Schedule.Row(
                                        row.getDate(3).toLocalDate(),
                                        row.getBigDecimal(4),
                                        row.getBigDecimal(5),
                                        row.getBigDecimal(6)));
            }
        }
        money(connection, day, loans);
        return loans;
    }

    private static void money(Connection connection, LocalDate day, Map<String, Loan> loans) throws SQLException {
        try (var select = connection.prepareStatement(MONEY)) {
            select.setDate(1, Date.valueOf(day));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var loan = loans.get(row.getString(1));
                    if (loan != null) {
                        loan.out = row.getBigDecimal(2);
                        loan.in = row.getBigDecimal(3);
                    }
                }
            }
        }
    }

    /** One loan while it is counted. */
    private static final class Loan {
        private final List<Schedule.Row> rows = new ArrayList<>();
        private String currency = "";
        private BigDecimal out = BigDecimal.ZERO;
        private BigDecimal in = BigDecimal.ZERO;
        private @Nullable BigDecimal takenOver;

        /** @param left the principal that was left when the bank was told first, where it never paid it out */
        void row(String its, @Nullable BigDecimal left, Schedule.Row row) {
            currency = its;
            takenOver = left;
            rows.add(row);
        }

        /** What was paid out elsewhere was paid in part elsewhere: the oldest rows, down to what was left. */
        private void takeOver(BigDecimal principalLeft) {
            out = rows.stream().map(Schedule.Row::principal).reduce(BigDecimal.ZERO, BigDecimal::add);
            var gone = out.subtract(principalLeft);
            for (var row : rows) {
                if (gone.signum() > 0) {
                    var paid = gone.min(row.principal());
                    in = in.add(row.fees()).add(row.interest()).add(paid);
                    gone = gone.subtract(paid);
                }
            }
        }

        Map<String, Object> position(String name, LocalDate day, BigDecimal tooMuch) {
            if (takenOver != null) {
                takeOver(takenOver);
            }
            var left = in;
            var principal = out;
            var interest = BigDecimal.ZERO;
            var pastDue = 0L;
            for (var row : rows) {
                left = left.subtract(left.min(row.fees()));
                var unpaid = row.interest().subtract(left.min(row.interest()));
                left = left.subtract(row.interest().subtract(unpaid));
                var paid = left.min(row.principal());
                left = left.subtract(paid);
                principal = principal.subtract(paid);
                var isOpen = unpaid.signum() > 0 || paid.compareTo(row.principal()) < 0;
                interest = row.due().isAfter(day) ? interest : interest.add(unpaid);
                pastDue = isOpen && pastDue == 0 && row.due().isBefore(day)
                        ? ChronoUnit.DAYS.between(row.due(), day)
                        : pastDue;
            }
            var position = new LinkedHashMap<String, Object>();
            position.put("loan", name);
            position.put("principal", amount(principal.add(tooMuch)));
            position.put("interest", amount(interest));
            position.put("daysPastDue", pastDue);
            position.put("standing", out.signum() == 0 ? "NONE" : principal.signum() == 0 ? "PAID_OFF" : "ACTIVE");
            return position;
        }

        private Map<String, String> amount(BigDecimal value) {
            return Messages.amount(Ledger.amount(currency, value));
        }
    }
}
