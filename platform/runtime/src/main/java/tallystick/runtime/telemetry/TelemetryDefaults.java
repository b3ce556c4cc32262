package tallystick.runtime.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** What telemetry wants when nobody says otherwise: {@code telemetry-defaults.properties}, weaker than any setting. */
public final class TelemetryDefaults implements EnvironmentPostProcessor {
    private static final String FILE = "tallystick/telemetry-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(new ClassPathResource(FILE)));
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected " + FILE + " in the runtime's jar.", failure);
        }
    }
}
