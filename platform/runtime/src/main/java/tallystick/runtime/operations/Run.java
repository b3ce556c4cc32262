package tallystick.runtime.operations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.Problems;
import tallystick.runtime.web.Standard;

/** One run of one operation on this node. */
final class Run implements Work {
    private static final Logger log = LoggerFactory.getLogger(Run.class);

    private final OperationTable table;
    private final Operation operation;
    private final String node;
    private final InstantSource clock;
    private final int attempts;

    Run(OperationTable table, Operation operation, String node, InstantSource clock, int attempts) {
        this.table = table;
        this.operation = operation;
        this.node = node;
        this.clock = clock;
        this.attempts = attempts;
    }

    void through(WorkType type) {
        try {
            if (operation.attempt() > attempts) {
                giveUp();
                return;
            }
            report(operation.done(), operation.total(), operation.reached());
            end(Operation.State.SUCCEEDED, type.run(this), null);
        } catch (WorkEnded ended) {
            ended(ended);
        } catch (InterruptedException stopping) {
            table.giveBack(operation, node);
        } catch (Exception failure) {
            failed(failure);
        }
    }

    void renew(Duration lease) {
        table.renew(operation, node, lease);
    }

    @Override
    public String operation() {
        return operation.id();
    }

    @Override
    public String input() {
        return operation.input();
    }

    @Override
    public String by() {
        return operation.owner();
    }

    @Override
    public String reached() {
        return operation.reached();
    }

    @Override
    public void report(long done, long total, String reached) {
        var cancelling = table.report(operation, node, done, total, reached)
                .orElseThrow(() -> new WorkEnded(operation.id(), WorkEnded.Cause.LOST));
        if (cancelling) {
            throw new WorkEnded(operation.id(), WorkEnded.Cause.CANCELLED);
        }
    }

    private void ended(WorkEnded ended) {
        if (ended.why() == WorkEnded.Cause.CANCELLED) {
            end(Operation.State.CANCELLED, null, null);
        } else {
            log.warn(
                    "Operation {} was taken over by another node; this one was silent for longer than its lease.",
                    operation.id());
        }
    }

    /** A no is the outcome; a fault is an outcome too, with a reference only. */
    private void failed(Exception failure) {
        var trace = UUID.randomUUID().toString().replace("-", "");
        if (Thread.currentThread().isInterrupted()) {
            table.giveBack(operation, node);
            return;
        }
        var problem = Problems.of(failure).map(rejected -> rejected.problem()).orElseGet(() -> fault(failure, trace));
        end(Operation.State.FAILED, null, new String(Problems.json(problem, trace), StandardCharsets.UTF_8));
    }

    private Problem fault(Exception failure, String trace) {
        log.error(
                "Expected operation {} to work; trace {} met a fault. Read its stack trace.",
                operation.id(),
                trace,
                failure);
        return Standard.INTERNAL.with("The work broke off. Tell operations %s.".formatted(trace));
    }

    private void giveUp() {
        log.error(
                "Expected operation {} to end within {} runs; it did not. Find what stops its nodes.",
                operation.id(),
                attempts);
        var problem = Standard.INTERNAL.with(
                "The work was begun %d times and its node stopped each time. Operations must look at it."
                        .formatted(attempts));
        end(
                Operation.State.STOPPED,
                null,
                new String(
                        Problems.json(problem, UUID.randomUUID().toString().replace("-", "")), StandardCharsets.UTF_8));
    }

    private void end(Operation.State state, @Nullable String result, @Nullable String problem) {
        table.end(operation, node, state, result, problem, clock.instant());
    }
}
