package tallystick.application.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of a dealer; people know it by its name, which is the text behind the kind. */
public record DealerId(String value) implements Id {
    public static final String KIND = "dealer";

    public DealerId {
        Ids.require(KIND, value);
    }

    public static DealerId named(String name) {
        return new DealerId(KIND + "-" + name);
    }

    /** As people and REST call it, such as {@code golden-wheel}. */
    public String name() {
        return value.substring(KIND.length() + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
