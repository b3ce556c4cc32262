package tallystick.audit.facts;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who answers for each source of facts, how long it may take, and what it is told: {@code
 * tallystick.audit.sources.bureau.provider=simulated}. The checks are simulated and find nothing wrong until somebody
 * connects real ones; a bureau is not connected.
 */
@ConfigurationProperties("tallystick.audit")
record SourceSettings(@Nullable Map<String, Chosen> sources) {
    private static final String NOBODY = "none";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Map<String, String> PROVIDERS = Map.of(
            "bureau", NOBODY,
            "identity", "simulated",
            "income", "simulated",
            "screening", "simulated",
            "vehicle", "simulated");

    /** One source. */
    record Chosen(
            @Nullable String provider,
            @Nullable Duration patience,
            @Nullable Map<String, String> settings) {
        String by() {
            return provider == null ? NOBODY : provider;
        }

        Duration within() {
            return patience == null ? PATIENCE : patience;
        }

        Map<String, String> told() {
            return settings == null ? Map.of() : settings;
        }
    }

    Map<String, Chosen> all() {
        var all = new TreeMap<String, Chosen>();
        PROVIDERS.forEach((source, provider) -> all.put(source, new Chosen(provider, null, null)));
        if (sources != null) {
            all.putAll(sources);
        }
        return all;
    }
}
