package tallystick.loan.terms;

import java.util.ArrayList;
import java.util.List;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.Slot;
import tallystick.loan.engine.TermsNotPossible;

/** Reads an allocation order: twelve names, or one short form that holds for all timings. */
final class AllocationOrder {
    private AllocationOrder() {}

    static List<Slot> parse(List<String> order) {
        var slots = new ArrayList<Slot>();
        if (order.size() == 1) {
            for (var timing : Slot.Timing.values()) {
                for (var name : order.getFirst().split("_", -1)) {
                    slots.add(new Slot(timing, component(name, order)));
                }
            }
        } else {
            order.forEach(name -> slots.add(slot(name, order)));
        }
        return slots;
    }

    private static Slot slot(String name, List<String> order) {
        for (var timing : Slot.Timing.values()) {
            if (name.startsWith(timing + "_")) {
                return new Slot(timing, component(name.substring(timing.name().length() + 1), order));
            }
        }
        throw impossible(order);
    }

    private static Component component(String name, List<String> order) {
        for (var component : Component.values()) {
            if (component.name().equals(name)) {
                return component;
            }
        }
        throw impossible(order);
    }

    private static TermsNotPossible impossible(List<String> order) {
        return new TermsNotPossible(
                "order",
                "must be 12 names such as PAST_DUE_PENALTY, or a short form such as PENALTY_FEE_INTEREST_PRINCIPAL",
                String.join(", ", order));
    }
}
