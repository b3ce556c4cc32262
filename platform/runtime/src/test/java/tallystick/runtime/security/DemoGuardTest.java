package tallystick.runtime.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DemoGuardTest {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aDemoOnEveryAddressIsRefused() {
        environment.setProperty("demo", "");
        assertThatThrownBy(() -> DemoGuard.check(environment))
                .hasMessageContainingAll(
                        "loopback only", "server.address=(every address)", "--server.address=127.0.0.1");
    }

    @Test
    void aDemoOnAnotherAddressIsRefused() {
        environment.withProperty("tallystick.demo", "true").setProperty("server.address", "10.1.2.3");
        assertThatThrownBy(() -> DemoGuard.check(environment)).hasMessageContaining("server.address=10.1.2.3");
    }

    @Test
    void aDemoWhoseManagementPortIsOpenIsRefused() {
        environment
                .withProperty("demo", "")
                .withProperty("server.address", "127.0.0.1")
                .setProperty("management.server.port", "9000");
        assertThatThrownBy(() -> DemoGuard.check(environment)).hasMessageContaining("management.server.address");
    }

    @Test
    void aDemoOnLoopbackAndEverythingElseStarts() {
        environment.withProperty("demo", "").setProperty("server.address", "::1");
        assertThatCode(() -> DemoGuard.check(environment)).doesNotThrowAnyException();
        assertThatCode(() -> DemoGuard.check(new MockEnvironment())).doesNotThrowAnyException();
        assertThatCode(() -> DemoGuard.check(new MockEnvironment().withProperty("demo", "false")))
                .doesNotThrowAnyException();
    }
}
