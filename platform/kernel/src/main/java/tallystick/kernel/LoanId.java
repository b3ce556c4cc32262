package tallystick.kernel;

/** The identity of one loan. */
public record LoanId(String value) implements Id {
    public static final String KIND = "loan";

    public LoanId {
        Ids.require(KIND, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
