package tallystick.loan.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * An allocation rule as it is followed: sections of one timing each, with the components that are paid in a row before
 * the next row is.
 */
record PaymentOrder(List<Section> sections, AllocationRule.Future future) {
    /** What is paid in all rows of one timing. */
    record Section(Slot.Timing timing, List<Component> components) {}

    static PaymentOrder of(AllocationRule rule) {
        var sections = switch (rule.across()) {
            case ROWS -> byTiming(rule.order());
            case COMPONENTS ->
                rule.order().stream()
                        .map(slot -> new Section(slot.timing(), List.of(slot.component())))
                        .toList();
        };
        return new PaymentOrder(sections, rule.future());
    }

    /** Rows of one timing after those of another, in the order in which the rule first names them. */
    private static List<Section> byTiming(List<Slot> order) {
        var timings = new LinkedHashMap<Slot.Timing, List<Component>>();
        for (var slot : order) {
            timings.computeIfAbsent(slot.timing(), _ -> new ArrayList<>()).add(slot.component());
        }
        var sections = new ArrayList<Section>();
        timings.forEach((timing, components) -> sections.add(new Section(timing, components)));
        return sections;
    }
}
