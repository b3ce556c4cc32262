package tallystick.bank.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of one message of a bank; derived from bank and message id, so that a repeat is the same. */
public record ReportId(String value) implements Id {
    public static final String KIND = "report";

    public ReportId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
