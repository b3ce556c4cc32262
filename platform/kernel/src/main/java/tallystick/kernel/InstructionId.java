package tallystick.kernel;

/** The identity of one order to a bank, for ever: the same id moves money at most once. */
public record InstructionId(String value) implements Id {
    public static final String KIND = "instr";

    public InstructionId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
