package tallystick.kernel;

/** The identity of a bank's programme; people know it by its name. */
public record ProgrammeId(String value) implements Id {
    public static final String KIND = "programme";

    public ProgrammeId {
        Ids.require(KIND, value);
    }

    public static ProgrammeId named(String name) {
        return new ProgrammeId(KIND + "-" + name);
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
