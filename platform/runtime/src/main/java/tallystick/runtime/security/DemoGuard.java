package tallystick.runtime.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** A demo has users whose passwords everybody knows, so it must not be reachable from another machine. */
final class DemoGuard {
    private DemoGuard() {}

    static void check(Environment environment) {
        if (!isDemo(environment)) {
            return;
        }
        Stream.of("server.address", "management.server.address")
                .filter(setting ->
                        setting.equals("server.address") || environment.containsProperty("management.server.port"))
                .filter(setting -> !isLoopback(environment.getProperty(setting)))
                .findFirst()
                .ifPresent(setting -> {
                    throw new SecurityRefused(
                            "A demo has known passwords and must listen on loopback only; found %s=%s. Start it with --%s=127.0.0.1, or without --demo."
                                    .formatted(setting, environment.getProperty(setting, "(every address)"), setting));
                });
    }

    /** {@code --demo}, {@code --demo=true} or {@code tallystick.demo=true}. */
    static boolean isDemo(Environment environment) {
        return Stream.of("demo", "tallystick.demo")
                .map(environment::getProperty)
                .anyMatch(value -> value != null && !value.equalsIgnoreCase("false"));
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
