package tallystick.kernel;

/**
 * The identity of one thing, unique over all contexts. Its text begins with its kind ({@code loan-...}); {@code
 * toString} is that text, since messages are routed and stored by it.
 */
public interface Id {
    String value();
}
