package tallystick.runtime.processing.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.letters.Letter;
import tallystick.runtime.processing.sagas.ParkedStep;

/**
 * An event that a group could not take: a read model's dead letter, or a step of a saga.
 *
 * @param of the thing or the saga whose later events wait behind it
 * @param about what the saga waits for; empty for a letter
 * @param starting true when the step should have started the saga: closing it ends the saga
 * @param failed true for the event that failed, false for one that waits behind it
 */
public record PutAside(
        String of,
        long position,
        String about,
        boolean starting,
        boolean failed,
        @Nullable String error,
        int attempts,
        Instant since) {
    static PutAside of(Letter letter) {
        return new PutAside(
                letter.sequence(),
                letter.position(),
                "",
                false,
                letter.failed(),
                letter.error(),
                letter.attempts(),
                letter.since());
    }

    static PutAside of(ParkedStep step) {
        return new PutAside(
                step.saga(),
                step.position(),
                step.associations(),
                step.starting(),
                step.failed(),
                step.error(),
                step.attempts(),
                step.since());
    }
}
