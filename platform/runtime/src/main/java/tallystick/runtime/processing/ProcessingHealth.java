package tallystick.runtime.processing;

import java.util.List;
import java.util.Optional;

/** How the groups are. For health checks, metrics and operators. */
public interface ProcessingHealth {
    List<GroupHealth> groups();

    /**
     * One group.
     *
     * @param head the position of the newest event
     * @param position where its slowest segment is
     * @param letters events put aside
     * @param parkedSteps saga steps that wait for somebody
     * @param halted why it stands still, when it is halted
     * @param error what this node met in its latest batch, when that failed
     */
    record GroupHealth(
            GroupName name,
            long head,
            long position,
            long letters,
            long parkedSteps,
            Optional<String> halted,
            Optional<String> error) {
        public long lag() {
            return Math.max(0, head - position);
        }
    }
}
