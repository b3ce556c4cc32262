package tallystick.runtime.store;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a root unit of work will store as one append. Axon calls commit handlers in reverse order of registration, and a
 * transaction registers when the unit starts: the append is durable before the transaction commits.
 */
public final class Staged {
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<NewSnapshot> snapshots = new ArrayList<>();

    private Staged() {}

    static Staged in(UnitOfWork<?> root, Appender appender) {
        return root.getOrComputeResource(Staged.class.getName(), key -> {
            var staged = new Staged();
            root.onCommit(unit -> appender.append(staged.append()));
            return staged;
        });
    }

    /** What the current unit of work will store. */
    public static Staged current(Appender appender) {
        return in(CurrentUnitOfWork.get().root(), appender);
    }

    void events(List<NewEvent> more) {
        events.addAll(more);
    }

    /** Goes in with the events, or refuses them. */
    public void claim(Claim claim) {
        claims.add(claim);
    }

    /** Goes in with the event that made the state. */
    public void snapshot(NewSnapshot snapshot) {
        snapshots.add(snapshot);
    }

    private Append append() {
        return new Append(List.copyOf(events), List.copyOf(claims), List.copyOf(snapshots));
    }
}
