package tallystick.runtime.clock;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What decides about the clock.
 *
 * @param clock {@code tallystick.clock}: {@code system} unless told
 */
@ConfigurationProperties("tallystick")
record ClockSettings(@Nullable ClockMode clock) {
    boolean adjustable() {
        return clock == ClockMode.ADJUSTABLE;
    }
}
