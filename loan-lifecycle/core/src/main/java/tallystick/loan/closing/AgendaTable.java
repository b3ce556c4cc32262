package tallystick.loan.closing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;
import tallystick.kernel.Money;
import tallystick.loan.accruals.AccrualPlan;
import tallystick.loan.columns.Columns;
import tallystick.loan.servicing.Agenda;

/**
 * What comes next on each loan, and how what all loans earn changes from day to day. Two write it, the read model and the
 * close; the newer version of a loan wins, and rows are locked in the order of their loans.
 */
final class AgendaTable {
    /** Nodes share a close by these. */
    static final int PARTS = 16;

    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);
    private static final String UPSERT = """
        insert into loan.agenda_v1 (loan, version, jurisdiction, part, state, product, booked_on, currency, next_due,
                                    next_action, bucket, principal, overdue, plan, task, task_on, first_due,
                                    moved_on)
        select * from unnest(?::text[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::date[], ?::text[],
                             ?::date[], ?::date[], ?::text[], ?::numeric[], ?::numeric[], ?::text[], ?::text[],
                             ?::date[], ?::date[], ?::date[])
        on conflict (loan) do update
           set version = excluded.version, state = excluded.state, next_due = excluded.next_due,
               next_action = excluded.next_action, bucket = excluded.bucket, principal = excluded.principal,
               overdue = excluded.overdue, plan = excluded.plan, task = excluded.task, task_on = excluded.task_on,
               first_due = excluded.first_due, moved_on = excluded.moved_on
        """;
    private static final String CHANGE = """
        insert into loan.accrual_changes_v1 as c (jurisdiction, currency, day, change)
        select * from unnest(?::text[], ?::text[], ?::date[], ?::numeric[])
        on conflict (jurisdiction, currency, day) do update set change = c.change + excluded.change
        """;

    private AgendaTable() {}

    private record Known(long version, AccrualPlan plan) {}

    private record Day(String jurisdiction, String currency, LocalDate day) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            return Comparator.comparing(Day::jurisdiction)
                    .thenComparing(Day::currency)
                    .thenComparing(Day::day)
                    .compare(this, other);
        }
    }

    static void write(List<Agenda> agendas, JdbcOperations jdbc) {
        var sorted = agendas.stream()
                .sorted(Comparator.comparing(agenda -> agenda.loan().value()))
                .toList();
        var posted = posted(sorted, jdbc);
        var known = known(sorted, jdbc);
        var newer = sorted.stream().filter(agenda -> isNew(agenda, known)).toList();
        upsert(newer, jdbc);
        change(newer, known, posted, jdbc);
    }

    private static boolean isNew(Agenda agenda, Map<String, Known> known) {
        var before = known.get(agenda.loan().value());
        return before == null || before.version() <= agenda.version();
    }

    /** Locked, so that a posting sees either the plan before or the plan after, and never half of each. */
    private static Map<String, LocalDate> posted(List<Agenda> agendas, JdbcOperations jdbc) {
        var all = agendas.stream().map(Agenda::jurisdiction).distinct().sorted().toList();
        jdbc.update(
                "insert into loan.accrued (jurisdiction, through) select j, date '0001-01-01' from unnest(?::text[]) j"
                        + " on conflict (jurisdiction) do nothing",
                Columns.of(all).with(name -> name).parameters());
        var posted = new HashMap<String, LocalDate>();
        jdbc.query(
                "select jurisdiction, through from loan.accrued where jurisdiction = any (?::text[])"
                        + " order by jurisdiction for share",
                row -> {
                    posted.put(row.getString(1), row.getObject(2, LocalDate.class));
                },
                Columns.of(all).with(name -> name).parameters());
        return posted;
    }

    private static Map<String, Known> known(List<Agenda> agendas, JdbcOperations jdbc) {
        var known = new HashMap<String, Known>();
        jdbc.query(
                "select loan, version, plan from loan.agenda_v1 where loan = any (?::text[]) order by loan for update",
                row -> {
                    known.put(row.getString(1), new Known(row.getLong(2), AccrualPlan.parse(row.getString(3))));
                },
                Columns.of(agendas).with(agenda -> agenda.loan()).parameters());
        return known;
    }

    private static void upsert(List<Agenda> agendas, JdbcOperations jdbc) {
        jdbc.update(
                UPSERT,
                Columns.of(agendas)
                        .with(Agenda::loan)
                        .with(Agenda::version)
                        .with(Agenda::jurisdiction)
                        .with(agenda -> part(agenda.loan().value()))
                        .with(Agenda::state)
                        .with(Agenda::product)
                        .with(Agenda::bookedOn)
                        .with(Agenda::currency)
                        .with(Agenda::nextDue)
                        .with(Agenda::nextAction)
                        .with(Agenda::bucket)
                        .with(agenda -> agenda.principal().toPlainString())
                        .with(agenda -> agenda.overdue().toPlainString())
                        .with(Agenda::plan)
                        .with(agenda ->
                                agenda.task() == null ? null : agenda.task().what())
                        .with(agenda ->
                                agenda.task() == null ? null : agenda.task().on())
                        .with(Agenda::firstDue)
                        .with(Agenda::movedOn)
                        .parameters());
    }

    static int part(String loan) {
        return Math.floorMod(loan.hashCode(), PARTS);
    }

    private static void change(
            List<Agenda> agendas, Map<String, Known> known, Map<String, LocalDate> posted, JdbcOperations jdbc) {
        var changes = new TreeMap<Day, BigDecimal>();
        for (var agenda : agendas) {
            var through = posted.getOrDefault(agenda.jurisdiction(), NEVER);
            var before = known.get(agenda.loan().value());
            var old = before == null ? AccrualPlan.NOTHING : before.plan();
            if (!old.equals(agenda.plan())) {
                change(agenda, old, through, changes);
            }
        }
        changes.values().removeIf(change -> change.signum() == 0);
        write(changes, jdbc);
    }

    /** From the first day that is not posted on; what was posted too much or too little is put right on that day. */
    private static void change(Agenda agenda, AccrualPlan old, LocalDate through, Map<Day, BigDecimal> changes) {
        agenda.plan().changesAfter(through).forEach((day, units) -> add(agenda, day, units, changes));
        old.changesAfter(through).forEach((day, units) -> add(agenda, day, -units, changes));
        var missing = agenda.plan().through(through) - old.through(through);
        add(agenda, through.plusDays(1), missing, changes);
        add(agenda, through.plusDays(2), -missing, changes);
    }

    private static void add(Agenda agenda, LocalDate day, long units, Map<Day, BigDecimal> changes) {
        var currency = Currency.getInstance(agenda.currency());
        changes.merge(
                new Day(agenda.jurisdiction(), agenda.currency(), day),
                Money.ofMinor(currency, units).amount(),
                BigDecimal::add);
    }

    private static void write(Map<Day, BigDecimal> changes, JdbcOperations jdbc) {
        if (!changes.isEmpty()) {
            jdbc.update(
                    CHANGE,
                    Columns.of(List.copyOf(changes.entrySet()))
                            .with(change -> change.getKey().jurisdiction())
                            .with(change -> change.getKey().currency())
                            .with(change -> change.getKey().day())
                            .with(change -> change.getValue().toPlainString())
                            .parameters());
        }
    }

    /** Of these loans, the versions the table shows. */
    static Map<String, Long> versions(Collection<String> loans, JdbcOperations jdbc) {
        var versions = new HashMap<String, Long>();
        jdbc.query(
                "select loan, version from loan.agenda_v1 where loan = any (?::text[])",
                row -> {
                    versions.put(row.getString(1), row.getLong(2));
                },
                Columns.of(new ArrayList<>(loans)).with(loan -> loan).parameters());
        return versions;
    }

    static Money money(String currency, BigDecimal amount) {
        return new Money(Currency.getInstance(currency), Objects.requireNonNull(amount));
    }
}
