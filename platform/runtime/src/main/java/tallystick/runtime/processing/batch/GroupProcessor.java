package tallystick.runtime.processing.batch;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.telemetry.TraceOnHandling;

/** Axon's pooled processor, with a batch around the events and an ear for what becomes of it. */
public final class GroupProcessor extends PooledStreamingEventProcessor {
    private final GroupName group;
    private final GroupInvoker invoker;
    private final JdbcOperations jdbc;
    private final BatchEnds ends;

    public GroupProcessor(Builder builder, GroupName group, GroupInvoker invoker, JdbcOperations jdbc, BatchEnds ends) {
        super(builder.eventHandlerInvoker(invoker));
        this.group = group;
        this.invoker = invoker;
        this.jdbc = jdbc;
        this.ends = ends;
        registerHandlerInterceptor(new TraceOnHandling<>());
    }

    public GroupName group() {
        return group;
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        var segment = segments.iterator().next();
        var batch = new Batch(group, segment, events, new BatchWriter(jdbc));
        batch.attachTo(unitOfWork);
        try {
            super.processInUnitOfWork(events, unitOfWork, segments);
        } catch (Exception e) {
            failed(batch, e);
            throw e;
        } catch (Error e) {
            // Axon's work package survives exceptions only: an error would leave the segment claimed and silent for
            // ever.
            failed(batch, e);
            throw new EventProcessingException("An error, not an exception, ended the batch", e);
        }
        ends.committed(group, segment.getSegmentId());
    }

    private void failed(Batch batch, Throwable fault) {
        ends.failed(group, batch.segment().getSegmentId(), fault);
        invoker.failed(batch, fault);
    }
}
