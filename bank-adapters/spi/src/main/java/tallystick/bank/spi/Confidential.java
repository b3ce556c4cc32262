package tallystick.bank.spi;

/** Personal data on its way to or from a bank. It prints as nothing, so that a log line may hold what holds it. */
public record Confidential(String text) {
    @Override
    public String toString() {
        return "(confidential)";
    }
}
