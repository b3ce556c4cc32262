package tallystick.runtime.processing.batch;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetNotSupportedException;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.BatchObserver;

/** Takes each event of a batch to the group's discipline, and ends the batch: writes, then counts. */
public final class GroupInvoker implements EventHandlerInvoker {
    private final Discipline discipline;
    private final Predicate<Class<?>> subscribes;
    private final BiPredicate<EventMessage<?>, Segment> owns;
    private final boolean sagas;
    private final List<BatchObserver> observers;

    private GroupInvoker(
            Discipline discipline,
            Predicate<Class<?>> subscribes,
            BiPredicate<EventMessage<?>, Segment> owns,
            boolean sagas,
            List<BatchObserver> observers) {
        this.discipline = discipline;
        this.subscribes = subscribes;
        this.owns = owns;
        this.sagas = sagas;
        this.observers = observers;
    }

    /** For handlers: each event belongs to one segment. */
    public static GroupInvoker ofHandlers(Discipline discipline, Handlers handlers, List<BatchObserver> observers) {
        return new GroupInvoker(
                discipline,
                handlers::handles,
                (event, segment) -> Sequence.owned(segment, Sequence.of(event)),
                false,
                observers);
    }

    /** For sagas: every segment sees every event, because each looks for its own sagas. */
    public static GroupInvoker ofSagas(
            Discipline discipline, Predicate<Class<?>> subscribes, List<BatchObserver> observers) {
        return new GroupInvoker(discipline, subscribes, (_, _) -> true, true, observers);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return subscribes.test(event.getPayloadType()) && owns.test(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return subscribes.test(payloadType);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var batch = Batch.current();
        if (batch.first()) {
            discipline.begin(batch);
        }
        batch.seen(event, discipline.handle(event, batch));
        if (batch.last()) {
            end(batch);
        }
    }

    void failed(Batch batch, Throwable fault) {
        discipline.failed(batch, fault);
    }

    private void end(Batch batch) {
        batch.writer().flush();
        observers.forEach(o -> o.handled(batch.group(), batch.segment(), sagas, batch.handled()));
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void performReset() {
        throw new ResetNotSupportedException(
                "No group is replayed in place. Start a new version of the read model beside the old one.");
    }

    @Override
    public <R> void performReset(@Nullable R context) {
        performReset();
    }
}
