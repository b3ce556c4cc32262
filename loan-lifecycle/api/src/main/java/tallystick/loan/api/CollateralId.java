package tallystick.loan.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of one thing that secures a loan. */
public record CollateralId(String value) implements Id {
    public static final String KIND = "coll";

    public CollateralId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
