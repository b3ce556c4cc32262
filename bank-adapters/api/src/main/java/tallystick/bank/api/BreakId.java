package tallystick.bank.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of one thing that does not fit; derived from what was found, so that it opens once. */
public record BreakId(String value) implements Id {
    public static final String KIND = "break";

    public BreakId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
