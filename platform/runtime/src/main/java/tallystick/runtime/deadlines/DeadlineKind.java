package tallystick.runtime.deadlines;

import java.time.Instant;
import tallystick.kernel.Addressed;

/**
 * One sort of wait and what is sent when it has passed. A context declares its kinds as beans.
 *
 * @param context whose schema holds the rows
 * @param name unique over all contexts and stored: never rename while rows exist
 * @param command must be a no-op when it comes again, and is refused or ignored when the wait is over
 */
public record DeadlineKind(String context, String name, Passed command) {
    public DeadlineKind {
        if (!context.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("A context is a schema's name; found '%s'.".formatted(context));
        }
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("A deadline kind is kebab-case; found '%s'.".formatted(name));
        }
    }

    /** Makes the command for the thing that owns the wait. Pure. */
    @FunctionalInterface
    public interface Passed {
        Addressed of(String id, Instant due);
    }
}
