package tallystick.architecture.badhouse.loan.servicing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.runtime.decide.Decider;

abstract class DeciderTakesChances implements Decider<Addressed, String, Integer> {
    @Override
    public List<String> decide(Addressed command, @Nullable Integer state) {
        return List.of(Double.toString(Math.random()));
    }
}
