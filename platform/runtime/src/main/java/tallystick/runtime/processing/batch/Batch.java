package tallystick.runtime.processing.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.GroupName;

/** What is known while a batch is handled; lives in its unit of work. */
public final class Batch {
    private static final String KEY = Batch.class.getName();

    private final GroupName group;
    private final Segment segment;
    private final List<? extends EventMessage<?>> events;
    private final BatchWriter writer;
    private final List<EventMessage<?>> handled = new ArrayList<>();
    private int seen;

    public Batch(GroupName group, Segment segment, List<? extends EventMessage<?>> events, BatchWriter writer) {
        this.group = group;
        this.segment = segment;
        this.events = events;
        this.writer = writer;
    }

    public static Batch current() {
        Batch batch = CurrentUnitOfWork.get().root().getResource(KEY);
        if (batch == null) {
            throw new IllegalStateException("Expected to be called while a processing group handles events.");
        }
        return batch;
    }

    /** The batch that this thread works on, if any. */
    static Optional<Batch> underWay() {
        return CurrentUnitOfWork.ifStarted(unit -> {})
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(KEY))
                : Optional.empty();
    }

    public void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.resources().put(KEY, this);
    }

    public GroupName group() {
        return group;
    }

    public Segment segment() {
        return segment;
    }

    public List<? extends EventMessage<?>> events() {
        return events;
    }

    public BatchWriter writer() {
        return writer;
    }

    List<EventMessage<?>> handled() {
        return handled;
    }

    boolean first() {
        return seen == 0;
    }

    boolean last() {
        return seen == events.size();
    }

    void seen(EventMessage<?> event, boolean wasHandled) {
        seen++;
        if (wasHandled) {
            handled.add(event);
        }
    }
}
