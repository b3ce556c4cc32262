package tallystick.kernel;

/** The identity of one credit audit of an application. */
public record AuditId(String value) implements Id {
    public static final String KIND = "audit";

    public AuditId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
