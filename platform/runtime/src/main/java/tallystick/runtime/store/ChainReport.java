package tallystick.runtime.store;

import java.util.List;

/**
 * What a walk along the record chain found.
 *
 * @param events how many events were read
 * @param checkpoints how many signed checkpoints were compared
 * @param faults what is wrong, each with its position; empty when the record is whole
 */
public record ChainReport(long events, long checkpoints, List<String> faults) {
    public ChainReport {
        faults = List.copyOf(faults);
    }

    public boolean whole() {
        return faults.isEmpty();
    }
}
