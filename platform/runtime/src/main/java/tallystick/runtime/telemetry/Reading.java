package tallystick.runtime.telemetry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A figure that costs a query, read for metrics and health no more often than a limit. Scrapes of many gauges share one
 * reading. When it cannot be read it is absent: an old figure would look like a healthy one.
 */
public final class Reading<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Supplier<T> source;
    private final long atMostEveryNanos;
    private @Nullable T last;
    private long readAt;
    private boolean everRead;

    public Reading(Supplier<T> source, Duration atMostEvery) {
        this.source = source;
        this.atMostEveryNanos = atMostEvery.toNanos();
    }

    public synchronized Optional<T> now() {
        long now = System.nanoTime();
        if (!everRead || now - readAt >= atMostEveryNanos) {
            last = read();
            everRead = true;
            readAt = System.nanoTime();
        }
        return Optional.ofNullable(last);
    }

    /** For gauges: not a number when it cannot be read. */
    public double number(Function<T, ? extends Number> figure) {
        return now().map(figure).map(Number::doubleValue).orElse(Double.NaN);
    }

    private @Nullable T read() {
        try {
            return source.get();
        } catch (RuntimeException failure) {
            LOG.warn("A figure for metrics and health could not be read: {}.", FaultNames.of(failure));
            return null;
        }
    }
}
