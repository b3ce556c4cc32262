package tallystick.bank.chaos;

/** The process dies here. */
final class Death extends RuntimeException {
    private static final long serialVersionUID = 1;

    Death() {
        super("The process dies here.", null, false, false);
    }
}
