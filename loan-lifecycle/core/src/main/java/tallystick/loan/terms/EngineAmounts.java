package tallystick.loan.terms;

import tallystick.loan.api.Amounts;
import tallystick.loan.engine.Parts;

/** The engine's parts as people read them. */
public final class EngineAmounts {
    private EngineAmounts() {}

    public static Amounts of(Parts parts) {
        return new Amounts(
                parts.principal().amount(),
                parts.interest().amount(),
                parts.fees().amount(),
                parts.penalties().amount(),
                parts.total().amount());
    }
}
