package tallystick.audit.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of one person's look at a referred decision. */
public record ReviewId(String value) implements Id {
    public static final String KIND = "review";

    public ReviewId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
