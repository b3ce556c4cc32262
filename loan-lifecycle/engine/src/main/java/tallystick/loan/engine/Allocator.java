package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Shares one payment out over the rows. */
final class Allocator {
    private final LoanTerms terms;
    private final List<OpenRow> rows;
    private final PaymentOrder order;
    private final LocalDate today;
    private final Tally parts = new Tally();
    private long left;

    private Allocator(LoanTerms terms, List<OpenRow> rows, PaymentOrder order, Fact.Payment payment) {
        this.terms = terms;
        this.rows = rows;
        this.order = order;
        today = payment.date();
        left = Units.of(payment.amount());
    }

    static Allocator share(LoanTerms terms, OpenRows rows, PaymentOrder order, Fact.Payment payment) {
        var allocator = new Allocator(terms, rows.open(), order, payment);
        for (var section : order.sections()) {
            allocator.pay(section);
        }
        return allocator;
    }

    Parts parts() {
        return parts.parts(terms.currency());
    }

    long credit() {
        return left;
    }

    private void pay(PaymentOrder.Section section) {
        if (left == 0) {
            return;
        }
        if (section.timing() == Slot.Timing.IN_ADVANCE) {
            inAdvance(section.components());
            return;
        }
        for (var row : rows) {
            var timing = row.timing(today);
            if (left == 0 || timing == Slot.Timing.IN_ADVANCE) {
                return; // Rows stand in the order of their dates.
            }
            if (timing == section.timing()) {
                pay(row, section.components(), left);
            }
        }
    }

    private void inAdvance(List<Component> components) {
        switch (order.future()) {
            case NEXT_ROW -> future().forEach(row -> payNext(row, components));
            case LAST_ROW -> future().reversed().forEach(row -> pay(row, components, left));
            case REAMORTIZE -> spread(future(), components);
            case CREDIT -> {}
        }
    }

    private List<OpenRow> future() {
        return rows.stream()
                .filter(row -> row.timing(today) == Slot.Timing.IN_ADVANCE)
                .toList();
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
            // Where portions were rounded up there may be nothing left for the last rows.
            var last = Math.max(0, left - portion * (open.size() - 1));
            for (var row : open) {
                pay(row, components, row.equals(open.getLast()) ? last : portion);
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
        left -= part;
        parts.add(component, part);
        return part;
    }
}
