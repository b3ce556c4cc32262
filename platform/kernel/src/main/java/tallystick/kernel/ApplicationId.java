package tallystick.kernel;

/** The identity of one loan application. */
public record ApplicationId(String value) implements Id {
    public static final String KIND = "app";

    public ApplicationId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
