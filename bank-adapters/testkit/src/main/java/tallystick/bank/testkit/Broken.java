package tallystick.bank.testkit;

/** An adapter does not keep the contract. The message says what was expected and what was found. */
final class Broken extends AssertionError {
    private static final long serialVersionUID = 1;

    Broken(String expected, Object found) {
        super("Expected %s; found %s.".formatted(expected, found));
    }
}
