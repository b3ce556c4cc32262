package tallystick.runtime.processing.sagas;

import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.SagaRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.Faults;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.batch.Batch;
import tallystick.runtime.processing.batch.EventAtPosition;

/** Runs or closes the parked steps of one group, on any node: failed ones when operations say so, queued ones by sweep. */
public final class StepRetry {
    private static final int SAGAS_PER_SWEEP = 100;
    private static final String ENDED = "The saga has ended.";

    private final GroupName group;
    private final SagaRepository<?> repository;
    private final Sagas sagas;
    private final ParkedSteps steps;
    private final EventAtPosition events;
    private final TransactionManager transactions;
    private final TransactionTemplate own;
    private final JdbcTemplate jdbc;

    public StepRetry(
            GroupName group,
            SagaRepository<?> repository,
            Sagas sagas,
            ParkedSteps steps,
            EventAtPosition events,
            TransactionManager transactions,
            TransactionTemplate own,
            JdbcTemplate jdbc) {
        this.group = group;
        this.repository = repository;
        this.sagas = sagas;
        this.steps = steps;
        this.events = events;
        this.transactions = transactions;
        this.own = own;
        this.jdbc = jdbc;
    }

    public GroupName group() {
        return group;
    }

    /** Runs a saga's parked steps in order until one fails; returns how many were run. */
    public int retry(String saga) {
        var run = 0;
        while (runFirst(saga)) {
            run++;
        }
        return run;
    }

    /** Gives the first open step of a saga up. A saga whose starting step is given up goes, and what queued with it. */
    public boolean close(String saga, long position, String by, String reason) {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("Expected who closes a step and why; found one of them empty.");
        }
        return Boolean.TRUE.equals(own.execute(_ -> {
            var first = steps.lockFirst(saga).filter(s -> s.position() == position);
            first.ifPresent(step -> {
                steps.close(step, by, reason);
                if (step.starting()) {
                    sagas.remove(saga);
                }
            });
            return first.isPresent();
        }));
    }

    /** Runs steps that only queued and have nothing before them any more; returns how many were run. */
    public int sweep() {
        return steps.unblocked(SAGAS_PER_SWEEP).stream().mapToInt(this::retry).sum();
    }

    private boolean runFirst(String saga) {
        Optional<ParkedStep> candidate = own.execute(_ -> steps.lockFirst(saga));
        if (candidate == null || candidate.isEmpty()) {
            return false;
        }
        var fault = run(candidate.get());
        // A lost connection is not the step's failure: it comes again as it is.
        fault.filter(f -> !Faults.passing(f)).ifPresent(f -> steps.failedAgain(candidate.get(), Faults.text(f)));
        return fault.isEmpty();
    }

    /** One step, one transaction; the fault when it failed again. */
    private Optional<? extends Throwable> run(ParkedStep candidate) {
        var event = events.at(candidate.position());
        var unitOfWork = DefaultUnitOfWork.startAndGet(event);
        unitOfWork.resources().put(StepGuard.RETRYING, true);
        new Batch(group, Segment.ROOT_SEGMENT, List.of(event), new BatchWriter(jdbc)).attachTo(unitOfWork);
        unitOfWork.attachTransaction(transactions);
        var result = unitOfWork.executeWithResult(() -> {
            var first = steps.lockFirst(candidate.saga()).filter(s -> s.position() == candidate.position());
            if (first.isPresent()) {
                run(first.get(), event);
            }
            return null;
        });
        return result.optionalExceptionResult();
    }

    private void run(ParkedStep step, EventMessage<?> event) throws Exception {
        var saga = repository.load(step.saga());
        if (saga == null) {
            steps.close(step, "tallystick", ENDED);
        } else {
            saga.handle(event);
            steps.done(step);
        }
    }
}
