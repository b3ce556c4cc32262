package tallystick.runtime.decide;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import tallystick.runtime.store.Claim;
import tallystick.runtime.store.NewSnapshot;

/** What a command leads to, ready to be stored whole or not at all. */
record Decision<S>(
        String id,
        List<? extends DomainEventMessage<?>> events,
        List<Claim> claims,
        List<NewSnapshot> snapshots,
        long version,
        S state) {

    Decided<S> decided() {
        return new Decided<>(id, version, state);
    }
}
