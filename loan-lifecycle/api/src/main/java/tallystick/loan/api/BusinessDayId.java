package tallystick.loan.api;

import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** The identity of the business days of one jurisdiction. */
public record BusinessDayId(String value) implements Id {
    public static final String KIND = "day";

    public BusinessDayId {
        Ids.require(KIND, value);
    }

    public static BusinessDayId of(String jurisdiction) {
        return new BusinessDayId(KIND + "-" + jurisdiction);
    }

    @Override
    public String toString() {
        return value;
    }
}
