package tallystick.runtime.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What telemetry wants when nobody says otherwise: {@code telemetry-defaults.properties}, weaker than any setting. */
public final class TelemetryDefaults implements EnvironmentPostProcessor {
    private static final String FILE = "tallystick/telemetry-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        Map<String, Object> defaults = read();
        var given = sources.get(DefaultPropertiesPropertySource.NAME);
        if (given != null) {
            defaults.keySet().removeIf(given::containsProperty);
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, sources);
    }

    private static Map<String, Object> read() {
        try {
            Map<String, Object> read = new HashMap<>();
            PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE))
                    .forEach((name, value) -> read.put((String) name, value));
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected " + FILE + " in the runtime's jar.", failure);
        }
    }
}
