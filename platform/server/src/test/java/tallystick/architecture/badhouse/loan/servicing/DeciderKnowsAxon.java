package tallystick.architecture.badhouse.loan.servicing;

import java.util.List;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.runtime.decide.Decider;

abstract class DeciderKnowsAxon implements Decider<Addressed, String, Integer> {
    @Override
    public List<String> decide(Addressed command, @Nullable Integer state) {
        return List.of(MetaData.emptyInstance().toString());
    }
}
