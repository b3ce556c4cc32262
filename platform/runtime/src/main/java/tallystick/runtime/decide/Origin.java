package tallystick.runtime.decide;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a command and what makes its repeat harmless.
 *
 * @param by the user or the machine part, as the audit trail shows it
 * @param once set on commands that come from outside with an Idempotency-Key; never copied to follow-up commands
 */
public record Origin(String by, @Nullable Once once) {
    public static Origin of(String by) {
        return new Origin(by, null);
    }

    /**
     * Runs a request once for ever.
     *
     * @param key the caller's key within the caller's scope, hashed
     * @param fingerprint keyed hash of method, path and canonical body
     */
    public record Once(String key, String fingerprint) {}
}
