package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

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

    private void rowByRow() {
        for (var timing : Slot.Timing.values()) {
            var slots = rule.order().stream()
                    .filter(slot -> slot.timing() == timing)
                    .toList();
            if (timing == Slot.Timing.IN_ADVANCE) {
                inAdvance(slots);
            } else {
                in(timing).forEach(row -> pay(row, slots));
            }
        }
    }

    private void slotBySlot() {
        for (var slot : rule.order()) {
            if (slot.timing() == Slot.Timing.IN_ADVANCE) {
                inAdvance(List.of(slot));
            } else {
                in(slot.timing()).forEach(row -> pay(row, List.of(slot)));
            }
        }
    }

    private List<OpenRow> in(Slot.Timing timing) {
        return rows.stream().filter(row -> row.timing(today) == timing).toList();
    }

    private void inAdvance(List<Slot> slots) {
        var future = in(Slot.Timing.IN_ADVANCE);
        switch (rule.future()) {
            case NEXT_ROW -> future.forEach(row -> payNext(row, slots));
            case LAST_ROW -> future.reversed().forEach(row -> pay(row, slots));
            case REAMORTIZE -> spread(future, slots);
            case CREDIT -> {}
        }
    }

    /** Fineract's older strategies pay charges of their own due date first, in a row that is not due yet. */
    private void payNext(OpenRow row, List<Slot> slots) {
        if (terms.convention() == Convention.FINERACT_CUMULATIVE) {
            take(row, Component.PENALTY, row.outstandingCharges(Component.PENALTY, today));
            take(row, Component.FEE, row.outstandingCharges(Component.FEE, today));
        }
        pay(row, slots);
    }

    /** Equal portions for all rows that can take any; what one cannot take goes round again. */
    private void spread(List<OpenRow> future, List<Slot> slots) {
        var open = future.stream().filter(row -> takes(row, slots)).toList();
        while (left > 0 && !open.isEmpty()) {
            var portion = portion(open.size());
            var rest = left - portion * open.size();
            for (var row : open) {
                pay(row, slots, row.equals(open.getLast()) ? portion + rest : portion);
            }
            open = open.stream().filter(row -> takes(row, slots)).toList();
        }
    }

    private long portion(int rows) {
        return BigDecimal.valueOf(left)
                .divide(BigDecimal.valueOf(rows), 0, terms.rounding().mode())
                .longValueExact();
    }

    private static boolean takes(OpenRow row, List<Slot> slots) {
        return slots.stream().anyMatch(slot -> row.outstanding(slot.component()) > 0);
    }

    private void pay(OpenRow row, List<Slot> slots) {
        pay(row, slots, left);
    }

    private void pay(OpenRow row, List<Slot> slots, long portion) {
        var available = Math.min(portion, left);
        for (var slot : slots) {
            available -= take(row, slot.component(), available);
        }
    }

    private long take(OpenRow row, Component component, long available) {
        var part = row.pay(component, Math.min(available, left));
        left -= part;
        parts = parts.plus(component, part);
        return part;
    }
}
