package tallystick.runtime.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.kernel.Refusal;

/** A clock that people move forward. Between moves it runs on from where it was set; it never goes back. */
public final class AdjustableClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(AdjustableClock.class);

    private final Clock machine;
    private final AtomicReference<Duration> ahead;
    private final Supplier<Stream<ClockListener>> listeners;

    public AdjustableClock(Clock machine, Supplier<Stream<ClockListener>> listeners) {
        this(machine, new AtomicReference<>(Duration.ZERO), listeners);
    }

    private AdjustableClock(Clock machine, AtomicReference<Duration> ahead, Supplier<Stream<ClockListener>> listeners) {
        this.machine = machine;
        this.ahead = ahead;
        this.listeners = listeners;
    }

    /**
     * Jumps forward and tells every listener.
     *
     * @return the time from which the clock runs on
     * @throws tallystick.kernel.Refused {@code clock-backwards} when that time has passed
     */
    public Instant moveTo(Instant target) {
        Instant from = jump(target);
        tellAll(from, target);
        return target;
    }

    /** How far it runs before the machine's time. */
    public Duration ahead() {
        return ahead.get();
    }

    /** Catches up with a clock that is further ahead; one that is not changes nothing. */
    void follow(Duration lead) {
        Duration before = ahead.getAndUpdate(mine -> mine.compareTo(lead) < 0 ? lead : mine);
        if (before.compareTo(lead) < 0) {
            Instant now = machine.instant();
            tellAll(now.plus(before), now.plus(lead));
        }
    }

    private void tellAll(Instant from, Instant to) {
        LOG.warn("The clock was moved from {} to {}.", from, to);
        listeners.get().forEach(listener -> tell(listener, from, to));
    }

    /** In one step, as {@link #follow} is: of two moves at once the later one wins and none goes back. */
    private Instant jump(Instant target) {
        Instant now = machine.instant();
        Duration lead = Duration.between(now, target);
        Duration before = ahead.getAndUpdate(mine -> {
            if (lead.compareTo(mine) < 0) {
                throw backwards(now.plus(mine), target).asException();
            }
            return lead;
        });
        return now.plus(before);
    }

    private static Refusal backwards(Instant from, Instant target) {
        return new Refusal(
                "clock-backwards",
                "The clock never goes back",
                "It is %s; expected a later time, found %s. Choose a time after now, or start with an empty data folder."
                        .formatted(from, target),
                Map.of("now", from.toString(), "requested", target.toString()));
    }

    /** One listener that fails must not keep the time from the others. */
    private static void tell(ClockListener listener, Instant from, Instant to) {
        try {
            listener.moved(from, to);
        } catch (RuntimeException failure) {
            LOG.error("{} failed on a move of the clock; its next regular run makes up for it.", listener, failure);
        }
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AdjustableClock(machine.withZone(zone), ahead, listeners);
    }
}
