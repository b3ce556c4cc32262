package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fineract's order: a fact is taken as it comes, unless it lies before a payment or a charge-off that was taken. Then everything is
 * taken again by date, where a charge counts from its due date, or on older schedules from the start.
 */
final class FineractOrder {
    private final boolean chargesFirst;
    private final List<Fact> known;
    private final List<Fact> taken = new ArrayList<>();
    private LocalDate last = LocalDate.MIN;

    private FineractOrder(List<Fact> known, boolean chargesFirst) {
        this.known = known;
        this.chargesFirst = chargesFirst;
    }

    static List<Fact> of(List<Fact> known, boolean chargesFirst) {
        var order = new FineractOrder(known, chargesFirst);
        known.forEach(order::take);
        return List.copyOf(order.taken);
    }

    private void take(Fact fact) {
        if (fact instanceof Fact.Reversal reversal) {
            taken.removeIf(each -> each.id().equals(reversal.of()));
            again();
            return;
        }
        taken.add(fact);
        var date = fact instanceof Fact.Charge charge ? charge.due() : fact.date();
        if (date.isBefore(last)) {
            again();
        } else if (!(fact instanceof Fact.Charge)) {
            last = date;
        }
    }

    private void again() {
        taken.sort(Comparator.comparing(this::counts).thenComparing(known::indexOf));
        last = taken.stream()
                .filter(fact -> !(fact instanceof Fact.Charge))
                .map(Fact::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private LocalDate counts(Fact fact) {
        if (fact instanceof Fact.Charge charge) {
            return chargesFirst ? LocalDate.MIN : charge.due();
        }
        return fact.date();
    }
}
