package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The rows of a loan while facts are replayed on them. */
final class OpenRows {
    private final LoanTerms terms;
    private final List<OpenRow> rows;
    private final Capitalizing capitalizing;
    /** All rows before this place are paid. */
    private int firstOpen;

    OpenRows(LoanTerms terms, Schedule schedule) {
        this(terms, schedule.rows().size(), new Capitalizing());
        for (var row : schedule.rows()) {
            if (row.isToPay()) {
                add(new OpenRow(row));
            }
        }
        capitalize(schedule, terms.start());
    }

    private OpenRows(LoanTerms terms, int size, Capitalizing capitalizing) {
        this.terms = terms;
        this.capitalizing = capitalizing;
        rows = new ArrayList<>(size);
    }

    OpenRows copy() {
        var copy = new OpenRows(terms, rows.size(), capitalizing.copy());
        for (var row : rows) {
            copy.rows.add(row.copy());
        }
        return copy;
    }

    Currency currency() {
        return terms.currency();
    }

    List<OpenRow> all() {
        return rows;
    }

    /** Those from the first one that is not paid. */
    List<OpenRow> open() {
        while (firstOpen < rows.size() && rows.get(firstOpen).isPaid()) {
            firstOpen++;
        }
        return rows.subList(firstOpen, rows.size());
    }

    private OpenRow add(OpenRow row) {
        add(rows.size(), row);
        return row;
    }

    private void add(int place, OpenRow row) {
        firstOpen = 0;
        rows.add(place, row);
        if (terms.penalty() != null) {
            row.bearPenalties(terms);
        }
    }

    private void capitalize(Schedule schedule, LocalDate day) {
        if (terms.negativeAmortization()) {
            capitalizing.follow(schedule);
            oweThrough(day);
        }
    }

    private void oweThrough(LocalDate day) {
        if (capitalizing.oweThrough(day, rows)) {
            firstOpen = 0;
        }
    }

    /** The loan ends on its way. */
    void capitalizeNoMore(LocalDate day) {
        capitalizing.stop(day);
    }

    List<Row> capitalized() {
        return capitalizing.all();
    }

    void growThrough(LocalDate day) {
        oweThrough(day);
        if (terms.penalty() != null) {
            firstOpen = 0;
            rows.forEach(row -> row.growThrough(day));
        }
    }

    void charge(DueCharge charge) {
        firstOpen = 0;
        holding(charge.due()).charge(charge);
    }

    /** What is due after the last row gets a row of its own; Fineract has one for all, and moves its day. */
    private OpenRow holding(LocalDate due) {
        for (var row : rows) {
            if (row.planned().type() == RowType.INSTALLMENT && !due.isAfter(row.due())) {
                return row;
            }
        }
        var last = rows.getLast();
        if (last.isAdded() && terms.convention() != Convention.STANDARD) {
            last.extend(due);
            return last;
        }
        var parts = Parts.none(terms.currency());
        return add(new OpenRow(new Row(last.planned().nr() + 1, RowType.INSTALLMENT, last.due(), due, parts, 0), true));
    }

    /** After money was paid out: the same rows with other amounts, and those of a down payment. */
    void become(Schedule schedule, LocalDate day) {
        firstOpen = 0;
        rows.forEach(OpenRow::oweWithheld);
        var forCharges = rows.stream().filter(OpenRow::isAdded).toList();
        rows.removeAll(forCharges);
        payPrincipal(follow(schedule));
        forCharges.forEach(this::putBack);
        capitalize(schedule, day);
    }

    /** Says how much principal that was paid is free to pay other rows. */
    private long follow(Schedule schedule) {
        var place = 0;
        var free = 0L;
        for (var row : schedule.due()) {
            if (place < rows.size() && answers(rows.get(place), row)) {
                free += rows.get(place).become(row);
            } else {
                add(place, new OpenRow(row));
            }
            place++;
        }
        return free;
    }

    /** A row for charges that was behind the last one may stand between others now. */
    private void putBack(OpenRow forCharges) {
        forCharges.renumber(lastNumber() + 1);
        rows.add(placeAfter(forCharges.due()), forCharges);
    }

    private int lastNumber() {
        return rows.stream().mapToInt(row -> row.planned().nr()).max().orElse(0);
    }

    /** Behind all rows that are due by a day. */
    private int placeAfter(LocalDate day) {
        var place = rows.size();
        while (place > 0 && rows.get(place - 1).due().isAfter(day)) {
            place--;
        }
        return place;
    }

    private static boolean answers(OpenRow open, Row row) {
        return open.planned().type() == row.type() && open.planned().due().equals(row.due());
    }

    /** The rows that are not due by a day, without one that is there for a charge. */
    List<OpenRow> after(LocalDate day) {
        return rows.stream()
                .filter(row -> row.due().isAfter(day) && !row.isAdded())
                .toList();
    }

    /** Other rows from a day on. What was charged and paid before its time goes to the rows that hold those days now. */
    void replaceAfter(LocalDate day, Schedule schedule) {
        var gone = removeAfter(day);
        var nr = lastNumber();
        // Interest of the first row is that of the whole period in which the plan changed.
        var from = gone.isEmpty() ? day : gone.getFirst().planned().from();
        for (var row : schedule.rows()) {
            if (row.isToPay()) {
                nr++;
                add(new OpenRow(new Row(nr, row.type(), from, row.due(), row.parts(), row.balanceUnits())));
                from = row.due();
            }
        }
        var free = 0L;
        for (var row : gone) {
            row.charges().forEach(this::charge);
            free += row.freeChargedPrincipal();
            if (row.paid().totalUnits() > 0) {
                holding(row.due()).take(row);
            }
        }
        payPrincipal(free);
        capitalizing.stop(day);
        capitalize(schedule, day);
    }

    private List<OpenRow> removeAfter(LocalDate day) {
        firstOpen = 0;
        var gone = new ArrayList<OpenRow>();
        for (var place = rows.size() - 1; place >= 0; place--) {
            if (rows.get(place).due().isAfter(day)) {
                gone.addFirst(rows.remove(place));
            }
        }
        return gone;
    }

    /** Principal that was paid before its time gets a row of the day it came. */
    void prepaid(LocalDate day, long units, long balance) {
        var parts = Parts.none(terms.currency()).plus(Component.PRINCIPAL, units);
        var row = new OpenRow(new Row(0, RowType.PREPAYMENT, day, day, parts, balance));
        row.pay(Component.PRINCIPAL, units);
        add(placeAfter(day), row);
    }

    /** Everything that is overdue stops being owed as it was, and is told. */
    Parts giveUpOverdue(LocalDate day) {
        var given = Parts.none(terms.currency());
        for (var row : rows) {
            if (!row.due().isAfter(day)) {
                given = given.plus(row.giveUp());
            }
        }
        return given;
    }

    /** Whether so much could pay all principal; most payments cannot, and the last rows tell it. */
    boolean couldPayPrincipal(long units) {
        var left = units;
        for (var place = rows.size() - 1; place >= 0 && left >= 0; place--) {
            left -= rows.get(place).outstanding(Component.PRINCIPAL);
        }
        return left >= 0;
    }

    /** Pays principal, oldest row first, and says how much that was. */
    long payPrincipal(long available) {
        var left = available;
        for (var row : rows) {
            left -= row.pay(Component.PRINCIPAL, left);
        }
        return available - left;
    }

    Parts outstanding() {
        var sum = Parts.none(terms.currency());
        for (var row : rows) {
            sum = sum.plus(row.outstanding());
        }
        return sum;
    }
}
