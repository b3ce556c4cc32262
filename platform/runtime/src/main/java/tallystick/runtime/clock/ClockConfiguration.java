package tallystick.runtime.clock;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Makes the one clock bean. */
@AutoConfiguration
@EnableConfigurationProperties(ClockSettings.class)
public class ClockConfiguration {
    /** Ticks in microseconds, as PostgreSQL stores them: what is read back equals what was written. */
    private static final Clock MACHINE = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    @Bean
    Clock clock(ClockSettings settings, Environment environment, ObjectProvider<ClockListener> listeners) {
        if (!settings.adjustable()) {
            return MACHINE;
        }
        requireLoopback(environment.getProperty("server.address"));
        LoggerFactory.getLogger(ClockConfiguration.class)
                .warn("tallystick.clock=adjustable: time can be moved by hand. Never run a lender's books like this.");
        return new AdjustableClock(MACHINE, listeners::stream);
    }

    private static void requireLoopback(@Nullable String address) {
        if (address == null || !isLoopback(address)) {
            throw new InvalidConfigurationPropertyValueException(
                    "tallystick.clock",
                    "adjustable",
                    "Expected the server to listen on loopback only, found server.address=%s. Who can reach an adjustable clock can expire every offer. Set server.address=127.0.0.1, or tallystick.clock=system."
                            .formatted(address == null ? "(not set: every interface)" : address));
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
