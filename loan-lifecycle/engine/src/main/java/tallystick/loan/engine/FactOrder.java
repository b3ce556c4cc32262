package tallystick.loan.engine;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order in which facts count. */
@FunctionalInterface
interface FactOrder {
    /** Of the facts in the order they were known, those that count, in the order they count. */
    List<Fact> of(List<Fact> known);

    static FactOrder of(Convention convention) {
        return switch (convention) {
            case STANDARD -> FactOrder::byDate;
            case FINERACT_CUMULATIVE -> known -> FineractOrder.of(known, true);
            case FINERACT_PROGRESSIVE, FINERACT_PROGRESSIVE_2025 -> known -> FineractOrder.of(known, false);
        };
    }

    /** By date; those of one day as they became known. */
    private static List<Fact> byDate(List<Fact> known) {
        var reversed = reversed(known);
        if (reversed.isEmpty() && isByDate(known)) {
            return known;
        }
        return known.stream()
                .filter(fact -> !(fact instanceof Fact.Reversal) && !reversed.contains(fact.id()))
                .sorted(Comparator.comparing(Fact::date))
                .toList();
    }

    private static Set<String> reversed(List<Fact> known) {
        var reversed = new HashSet<String>(0);
        for (var fact : known) {
            if (fact instanceof Fact.Reversal reversal) {
                reversed.add(reversal.of());
            }
        }
        return reversed;
    }

    /** So it is for most loans: nothing became known late. */
    private static boolean isByDate(List<Fact> known) {
        for (var i = 1; i < known.size(); i++) {
            if (known.get(i).date().isBefore(known.get(i - 1).date())) {
                return false;
            }
        }
        return true;
    }
}
