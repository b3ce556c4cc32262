package tallystick.runtime.operations;

import java.time.InstantSource;
import java.util.Map;
import tallystick.kernel.Refusal;
import tallystick.runtime.web.writes.Said;

/** Starts and cancels long work. */
public final class Operations {
    static final String PATH = "/api/v1/operations/";

    private final OperationTable table;
    private final Worker worker;
    private final InstantSource clock;

    Operations(OperationTable table, Worker worker, InstantSource clock) {
        this.table = table;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * Starts work unless it is started already, and answers 202.
     *
     * @param id derived from what asked for it, so that a repeat finds the same operation
     * @param input for its work type; ids and parameters, never personal data
     * @param by who may see it, beside operations, auditor and admin
     */
    public Said start(String id, String type, String input, String by) {
        worker.knows(type);
        table.add(id, type, by, input, clock.instant());
        worker.wake();
        return Said.json(202, Map.of("Location", PATH + id), view(id));
    }

    OperationView cancel(String id) {
        if (!table.cancel(id, clock.instant())) {
            var state = find(id).state();
            throw new Refusal(
                            "operation-finished",
                            "The operation has ended",
                            "Expected operation %s to wait or run; it is %s. There is nothing to cancel."
                                    .formatted(id, state),
                            Map.of("state", state.name()))
                    .asException();
        }
        return view(id);
    }

    OperationView view(String id) {
        return OperationView.of(find(id), clock.instant());
    }

    private Operation find(String id) {
        return table.find(id)
                .orElseThrow(() -> new IllegalStateException("Expected operation %s; it is gone.".formatted(id)));
    }
}
