package tallystick.architecture.badhouse.loan.servicing;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.runtime.decide.Decider;

abstract class DeciderHoldsClock implements Decider<Addressed, String, Integer> {
    private final InstantSource clock;

    DeciderHoldsClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<String> decide(Addressed command, @Nullable Integer state) {
        return List.of(clock.instant().toString());
    }
}
