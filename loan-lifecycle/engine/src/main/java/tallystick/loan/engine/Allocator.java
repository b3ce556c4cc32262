package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shares one payment out over the rows. */
final class Allocator {
    private final LoanTerms terms;
    private final List<OpenRow> rows;
    private final AllocationRule rule;
    private final LocalDate today;
    private Parts parts;
    private long left;

    private Allocator(LoanTerms terms, List<OpenRow> rows, AllocationRule rule, Fact.Payment payment) {
        this.terms = terms;
        this.rows = rows;
        this.rule = rule;
        today = payment.date();
        parts = Parts.none(terms.currency());
        left = Units.of(payment.amount());
    }

    static Allocator share(LoanTerms terms, OpenRows rows, AllocationRule rule, Fact.Payment payment) {
        var allocator = new Allocator(terms, rows.all(), rule, payment);
        if (rule.across() == AllocationRule.Across.ROWS) {
            allocator.rowByRow();
        } else {
            allocator.slotBySlot();
        }
        return allocator;
    }

    Parts parts() {
        return parts;
    }

    long credit() {
        return left;
    }

    /** Rows of one timing after those of another, in the order in which the rule first names them. */
    private void rowByRow() {
        for (var timing : timings()) {
            pay(timing, of(timing));
        }
    }

    private void slotBySlot() {
        for (var slot : rule.order()) {
            pay(slot.timing(), List.of(slot.component()));
        }
    }

    private Set<Slot.Timing> timings() {
        var timings = new LinkedHashSet<Slot.Timing>();
        for (var slot : rule.order()) {
            timings.add(slot.timing());
        }
        return timings;
    }

    private List<Component> of(Slot.Timing timing) {
        var components = new ArrayList<Component>(Component.values().length);
        for (var slot : rule.order()) {
            if (slot.timing() == timing) {
                components.add(slot.component());
            }
        }
        return components;
    }

    private void pay(Slot.Timing timing, List<Component> components) {
        if (left == 0) {
            return;
        }
        if (timing == Slot.Timing.IN_ADVANCE) {
            inAdvance(components);
            return;
        }
        for (var row : rows) {
            if (row.timing(today) == timing) {
                pay(row, components, left);
            }
        }
    }

    private List<OpenRow> future() {
        return rows.stream()
                .filter(row -> row.timing(today) == Slot.Timing.IN_ADVANCE)
                .toList();
    }

    private void inAdvance(List<Component> components) {
        switch (rule.future()) {
            case NEXT_ROW -> future().forEach(row -> payNext(row, components));
            case LAST_ROW -> future().reversed().forEach(row -> pay(row, components, left));
            case REAMORTIZE -> spread(future(), components);
            case CREDIT -> {}
        }
    }

    /** Fineract's older strategies pay charges of their own due date first, in a row that is not due yet. */
    private void payNext(OpenRow row, List<Component> components) {
        if (terms.convention() == Convention.FINERACT_CUMULATIVE) {
            take(row, Component.PENALTY, row.outstandingCharges(Component.PENALTY, today));
            take(row, Component.FEE, row.outstandingCharges(Component.FEE, today));
        }
        pay(row, components, left);
    }

    /** Equal portions for all rows that can take any; what one cannot take goes round again. */
    private void spread(List<OpenRow> future, List<Component> components) {
        var open = future.stream().filter(row -> takes(row, components)).toList();
        while (left > 0 && !open.isEmpty()) {
            var portion = portion(open.size());
            var rest = left - portion * open.size();
            for (var row : open) {
                pay(row, components, row.equals(open.getLast()) ? portion + rest : portion);
            }
            open = open.stream().filter(row -> takes(row, components)).toList();
        }
    }

    private long portion(int rows) {
        return BigDecimal.valueOf(left)
                .divide(BigDecimal.valueOf(rows), 0, terms.rounding().mode())
                .longValueExact();
    }

    private static boolean takes(OpenRow row, List<Component> components) {
        return components.stream().anyMatch(component -> row.outstanding(component) > 0);
    }

    private void pay(OpenRow row, List<Component> components, long portion) {
        var available = Math.min(portion, left);
        for (var component : components) {
            available -= take(row, component, available);
        }
    }

    private long take(OpenRow row, Component component, long available) {
        var part = row.pay(component, Math.min(available, left));
        if (part != 0) {
            left -= part;
            parts = parts.plus(component, part);
        }
        return part;
    }
}
