package tallystick.kernel;

/** The identity of a funding line; people know it by its name. */
public record FundingLineId(String value) implements Id {
    public static final String KIND = "line";

    public FundingLineId {
        Ids.require(KIND, value);
    }

    public static FundingLineId named(String name) {
        return new FundingLineId(KIND + "-" + name);
    }

    /** As people and REST call it, such as {@code cash-loan}. */
    public String name() {
        return value.substring(KIND.length() + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
