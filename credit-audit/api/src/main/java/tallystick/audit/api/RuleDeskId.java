package tallystick.audit.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of the desk where all rule sets of one kind are worked on, so that exactly one of them is live. */
public record RuleDeskId(String value) implements Id {
    public static final String KIND = "ruledesk";

    public RuleDeskId {
        Ids.require(KIND, value);
    }

    /** @param kind such as {@code credit} */
    public static RuleDeskId of(String kind) {
        return new RuleDeskId(KIND + "-" + kind);
    }

    /** The kind of rule sets, such as {@code credit}. */
    public String kind() {
        return value.substring(KIND.length() + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
