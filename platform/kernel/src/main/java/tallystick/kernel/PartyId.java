package tallystick.kernel;

/** The identity of one real person or company. */
public record PartyId(String value) implements Id {
    public static final String KIND = "party";

    public PartyId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
