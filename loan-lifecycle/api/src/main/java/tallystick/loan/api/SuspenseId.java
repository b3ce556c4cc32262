package tallystick.loan.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of one amount of money that nobody has identified. */
public record SuspenseId(String value) implements Id {
    public static final String KIND = "susp";

    public SuspenseId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
