package tallystick.runtime.deadlines;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.telemetry.FaultNames;
import tallystick.runtime.telemetry.TraceIds;

/** Sends the command of one passed deadline and settles the row by what became of it. */
final class DeadlineShot {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineShot.class);

    private final DeadlineKinds kinds;
    private final Supplier<Commands> commands;
    private final DeadlineSettings settings;
    private final InstantSource clock;
    private final DeadlineMeters meters;

    DeadlineShot(
            DeadlineKinds kinds,
            Supplier<Commands> commands,
            DeadlineSettings settings,
            InstantSource clock,
            DeadlineMeters meters) {
        this.kinds = kinds;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** Never throws: what cannot be settled comes back when its lease has run out. */
    void fire(DeadlineTable table, Due due) {
        try (TraceIds.Scope _ = TraceIds.during(TraceIds.fresh())) {
            settle(table, due);
        }
    }

    private void settle(DeadlineTable table, Due due) {
        try {
            meters.fired(due, clock.instant());
            table.done(send(due));
        } catch (Throwable fault) {
            retry(table, due, fault);
        }
    }

    /** A refusal is an outcome: the wait was over already, and the thing that owns it said so. */
    private Due send(Due due) {
        try {
            commands.get().sendAndWait(kinds.command(due));
        } catch (Refused refused) {
            meters.refused(due);
            LOG.info("The deadline {} was refused: {}.", due, refused.refusal().code());
        }
        return due;
    }

    private void retry(DeadlineTable table, Due due, Throwable fault) {
        int failures = due.attempts() + 1;
        meters.failed(due);
        String advice = failures >= settings.triesBeforeAlarm() ? "Mend the cause; it is tried on for ever." : "";
        LOG.atLevel(failures >= settings.triesBeforeAlarm() ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.WARN)
                .setCause(fault)
                .log("The deadline {} failed {} times and is tried again. {}", due, failures, advice);
        try {
            table.tryLater(due, FaultNames.of(fault), settings.backOff(failures));
        } catch (RuntimeException unsettled) {
            LOG.error("The deadline {} could not be put off; it comes back when its lease ends.", due, unsettled);
        }
    }
}
