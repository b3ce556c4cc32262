package tallystick.loan.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tallystick.loan.api.Allocation;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.TermsRefused;

/** Reads an order of allocation for the engine: the short form, or twelve names. */
public final class EngineAllocation {
    private EngineAllocation() {}

    public static AllocationRules of(Allocation allocation) {
        var across = AllocationRules.Across.valueOf(allocation.across().name());
        return allocation.order().size() == 1
                ? AllocationRules.same(shortForm(allocation.order().getFirst()), across, future(allocation))
                : new AllocationRules(
                        named(allocation, "PAST_DUE_"),
                        named(allocation, "DUE_"),
                        named(allocation, "IN_ADVANCE_"),
                        across,
                        future(allocation));
    }

    private static AllocationRules.Future future(Allocation allocation) {
        return switch (allocation.future()) {
            case NEXT_ROW -> AllocationRules.Future.NEXT_ROW;
            case LAST_ROW -> AllocationRules.Future.LAST_ROW;
            case CREDIT -> AllocationRules.Future.CREDIT;
            case REAMORTIZE ->
                throw new TermsRefused(
                        "allocation.future", "not-supported", "NEXT_ROW, LAST_ROW or CREDIT", "REAMORTIZE");
        };
    }

    private static List<Component> shortForm(String text) {
        return Arrays.stream(text.split("_", -1))
                .map(EngineAllocation::component)
                .toList();
    }

    /** The names of one group, in their order; a DUE name is no PAST_DUE name. */
    private static List<Component> named(Allocation allocation, String prefix) {
        var order = new ArrayList<Component>();
        for (var name : allocation.order()) {
            if (name.startsWith(prefix)) {
                order.add(component(name.substring(prefix.length())));
            }
        }
        return order;
    }

    private static Component component(String name) {
        return Arrays.stream(Component.values())
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TermsRefused(
                        "allocation.order",
                        "unknown",
                        "names such as PAST_DUE_PENALTY, or PENALTY_FEE_INTEREST_PRINCIPAL",
                        name.length() > 40 ? name.substring(0, 40) : name));
    }
}
