package tallystick.runtime.repairs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.ProcessingHealth.GroupHealth;
import tallystick.runtime.processing.engine.PutAside;

/**
 * A group as operations see it.
 *
 * @param lag events it has not looked at yet
 * @param halted why it stands still; null when it does not
 * @param putAside the oldest events it could not take, at most 200; null in lists
 */
record GroupView(
        String id,
        long lag,
        long letters,
        long parkedSteps,
        @Nullable String halted,
        @Nullable String error,
        @Nullable List<PutAside> putAside) {
    static GroupView of(GroupHealth health, @Nullable List<PutAside> putAside) {
        return new GroupView(
                health.name().text(),
                health.lag(),
                health.letters(),
                health.parkedSteps(),
                health.halted().orElse(null),
                health.error().orElse(null),
                putAside);
    }
}
