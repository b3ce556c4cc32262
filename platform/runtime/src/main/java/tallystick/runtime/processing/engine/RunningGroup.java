package tallystick.runtime.processing.engine;

import java.util.Optional;
import java.util.function.Predicate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.batch.GroupProcessor;
import tallystick.runtime.processing.letters.LetterRetry;
import tallystick.runtime.processing.sagas.ParkedSteps;
import tallystick.runtime.processing.sagas.StepRetry;

/**
 * A declared group with everything that was made for it.
 *
 * @param subscribes which event classes it handles
 */
public record RunningGroup(
        ProcessingGroup group,
        GroupProcessor processor,
        Predicate<Class<?>> subscribes,
        Optional<LetterRetry> letters,
        Optional<SagaSteps> sagas) {
    /** What a group of sagas has instead of letters. */
    public record SagaSteps(ParkedSteps steps, StepRetry retry) {}

    public GroupName name() {
        return group.name();
    }
}
