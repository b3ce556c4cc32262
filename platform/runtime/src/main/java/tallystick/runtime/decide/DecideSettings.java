package tallystick.runtime.decide;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of deciding.
 *
 * @param tries how often a command is decided again when somebody else was first
 * @param patience how long a handler or saga waits for the command it sent
 * @param chunk how many of many commands are loaded and appended together
 * @param remembered how many states this node remembers
 * @param snapshotEvery a snapshot goes in with the event that brings a thing to a multiple of this
 */
@ConfigurationProperties("tallystick.decide")
record DecideSettings(
        @DefaultValue("20") int tries,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("1000") int chunk,
        @DefaultValue("50000") int remembered,
        @DefaultValue("20") int snapshotEvery) {

    /** The limits where nobody configures others. */
    static DecideSettings defaults() {
        return new Binder(List.of()).bindOrCreate("tallystick.decide", DecideSettings.class);
    }
}
