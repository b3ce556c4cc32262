package tallystick.reference;

import tallystick.kernel.Id;

/** The identity of a transfer. */
public record TransferId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
