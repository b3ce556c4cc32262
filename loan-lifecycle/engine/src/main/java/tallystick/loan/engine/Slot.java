package tallystick.loan.engine;

import java.util.ArrayList;
import java.util.List;

/** A component of rows at one side of today: what an allocation order lists. */
public record Slot(Timing timing, Component component) {
    static final int COUNT = Timing.values().length * Component.values().length;

    /** Where a row's due date lies, seen from the day of the payment. */
    public enum Timing {
        PAST_DUE,
        DUE,
        IN_ADVANCE
    }

    /** The same order of components for every timing. */
    static List<Slot> inEach(List<Component> components) {
        var slots = new ArrayList<Slot>();
        for (var timing : Timing.values()) {
            components.forEach(component -> slots.add(new Slot(timing, component)));
        }
        return slots;
    }

    /** As the contract writes it: {@code PAST_DUE_PENALTY}. */
    @Override
    public String toString() {
        return timing + "_" + component;
    }
}
