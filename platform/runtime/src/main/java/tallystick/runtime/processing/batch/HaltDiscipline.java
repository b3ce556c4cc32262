package tallystick.runtime.processing.batch;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.runtime.processing.Faults;
import tallystick.runtime.processing.tokens.Position;

/**
 * The ledger's way: nothing is ever put aside. The first fault that will not pass halts every segment of the group on
 * every node; the halt is a row that health shows and operations remove.
 */
public final class HaltDiscipline implements Discipline {
    private static final Logger LOG = LoggerFactory.getLogger(HaltDiscipline.class);

    private final Handlers handlers;
    private final Halts halts;
    private final int passingFaults;
    private final AtomicInteger passed = new AtomicInteger();

    public HaltDiscipline(Handlers handlers, Halts halts, int passingFaults) {
        this.handlers = handlers;
        this.halts = halts;
        this.passingFaults = passingFaults;
    }

    @Override
    public void begin(Batch batch) {
        halts.of(batch.group()).ifPresent(halt -> {
            throw new Halted(batch.group(), halt);
        });
    }

    @Override
    public boolean handle(EventMessage<?> event, Batch batch) throws Exception {
        handlers.handle(event);
        passed.set(0);
        return true;
    }

    @Override
    public void failed(Batch batch, Throwable fault) {
        if (fault instanceof Halted || (Faults.passing(fault) && passed.incrementAndGet() < passingFaults)) {
            return;
        }
        var first = Position.of(batch.events().getFirst());
        halts.halt(batch.group(), first, fault);
        LOG.error(
                "ALARM: group '{}' is halted by a batch that starts at position {}: {}. Nothing was skipped. Mend the "
                        + "cause, then resume the group.",
                batch.group(),
                first,
                Faults.text(fault));
    }
}
