package tallystick.reference;

import tallystick.kernel.Id;

/** The identity of an account. */
public record AccountId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
