package tallystick.runtime.processing.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetNotSupportedException;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.BatchObserver;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.tokens.Position;
import tallystick.runtime.processing.tokens.TokenWatch;

/**
 * Takes each event of a batch to the group's discipline, and ends the batch: writes, then counts. What counts is settled
 * with the position that is stored: everything handled up to there, and of sagas everything that this segment left to
 * another.
 */
public final class GroupInvoker implements EventHandlerInvoker, TokenWatch {
    private final GroupName group;
    private final Discipline discipline;
    private final Predicate<Class<?>> subscribes;
    private final BiPredicate<EventMessage<?>, Segment> owns;
    private final PassedOver passedOver;
    private final List<BatchObserver> observers;

    private GroupInvoker(
            GroupName group,
            Discipline discipline,
            Predicate<Class<?>> subscribes,
            BiPredicate<EventMessage<?>, Segment> owns,
            PassedOver passedOver,
            List<BatchObserver> observers) {
        this.group = group;
        this.discipline = discipline;
        this.subscribes = subscribes;
        this.owns = owns;
        this.passedOver = passedOver;
        this.observers = observers;
    }

    /** For handlers: each event belongs to one segment. */
    public static GroupInvoker ofHandlers(
            GroupName group, Discipline discipline, Handlers handlers, List<BatchObserver> observers) {
        return new GroupInvoker(
                group,
                discipline,
                handlers::handles,
                (event, segment) -> Sequence.owned(segment, Sequence.of(event)),
                PassedOver.nothing(),
                observers);
    }

    /**
     * For sagas: every segment accounts for every event.
     *
     * @param mayConcern false only when no saga of the segment can wait for the event, nor begin with it
     */
    public static GroupInvoker ofSagas(
            GroupName group,
            Discipline discipline,
            Predicate<Class<?>> subscribes,
            BiPredicate<EventMessage<?>, Segment> mayConcern,
            List<BatchObserver> observers) {
        return new GroupInvoker(group, discipline, subscribes, mayConcern, PassedOver.remembered(), observers);
    }

    /** Asked once for each event and segment, in their order. */
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        if (!subscribes.test(event.getPayloadType())) {
            return false;
        }
        if (owns.test(event, segment)) {
            return true;
        }
        passedOver.add(segment.getSegmentId(), event);
        return false;
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
            batch.writer().flush();
        }
    }

    @Override
    public void claimed(int segment) {
        passedOver.forget(segment);
        discipline.claimed(segment);
    }

    @Override
    public Settled storing(int segment, long position) {
        var looked = passedOver.upTo(segment, position);
        var handled = new ArrayList<>(looked);
        Batch.underWay().ifPresent(batch -> {
            looked.addAll(batch.events());
            handled.addAll(batch.handled());
            observers.forEach(observer -> observer.handled(group, segment, batch.handled()));
        });
        return new Settled(looked.stream().mapToLong(Position::of).min().orElse(Long.MAX_VALUE), handled);
    }

    void failed(Batch batch, Throwable fault) {
        discipline.failed(batch, fault);
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
