package tallystick.runtime.decide;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a command and what makes its repeat harmless.
 *
 * @param by the user or the machine part, as the audit trail shows it
 * @param expected the version a person has seen and means to change; null when any will do
 * @param once set on commands that come from outside with an Idempotency-Key; never copied to follow-up commands
 */
public record Origin(
        String by, @Nullable Long expected, @Nullable Once once) {
    public static Origin of(String by) {
        return new Origin(by, null, null);
    }

    /**
     * Runs a request once for ever.
     *
     * @param key the caller's key within the caller's scope, hashed
     * @param fingerprint keyed hash of method, path and canonical body
     */
    public record Once(String key, String fingerprint) {}
}
