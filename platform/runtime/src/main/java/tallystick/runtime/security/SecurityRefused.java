package tallystick.runtime.security;

/** Thrown at start when logins or keys could not be made safe. Its message says what was expected, found and what to do. */
public final class SecurityRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecurityRefused(String message) {
        super(message);
    }

    public SecurityRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
