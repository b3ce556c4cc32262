package tallystick.runtime.security;

/** Thrown at start when logins could not be made safe. Its message says what was expected, found and what to do. */
final class SecurityRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    SecurityRefused(String message) {
        super(message);
    }

    SecurityRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
