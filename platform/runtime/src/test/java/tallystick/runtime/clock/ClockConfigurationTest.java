package tallystick.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ClockConfigurationTest {
    private final ApplicationContextRunner process =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClockConfiguration.class));

    @Test
    void thereIsOneClockAndItIsTheMachines() {
        process.run(context -> {
            assertThat(context.getBean(Clock.class)).isNotInstanceOf(AdjustableClock.class);
            assertThat(context.getBean(InstantSource.class)).isSameAs(context.getBean(Clock.class));
        });
    }

    @Test
    void itTicksInWhatTheDatabaseKeeps() {
        process.run(context -> {
            var now = context.getBean(Clock.class).instant();
            assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void itMayBeAdjustableOnLoopback(String address) {
        process.withPropertyValues("tallystick.clock=adjustable", "server.address=" + address)
                .run(context -> assertThat(context).hasSingleBean(AdjustableClock.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "server.address=", "server.address=0.0.0.0", "server.address=192.0.2.1"})
    void itMayNotBeAdjustableWhereOthersReachIt(String address) {
        process.withPropertyValues("tallystick.clock=adjustable", address)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                InvalidConfigurationPropertyValueException.class,
                                refused -> assertThat(refused.getReason())
                                        .startsWith(
                                                "Expected the server to listen on loopback only, found server.address=")
                                        .endsWith("Set server.address=127.0.0.1, or tallystick.clock=system.")));
    }
}
