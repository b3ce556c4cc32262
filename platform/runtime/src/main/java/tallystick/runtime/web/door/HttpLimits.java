package tallystick.runtime.web.door;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one request and one caller may ask for.
 *
 * @param body bytes of a body, where a route does not say otherwise
 * @param uri characters of path and query
 * @param rates how many requests a caller may send, by the name of the limit; {@code default} is always there
 * @param beside path prefixes that are not the door's: others answer and guard them
 * @param readYourWrites how long a write waits for its context's read models
 * @param longestWait what {@code Prefer: wait} is cut to
 * @param keysKept how long an Idempotency-Key is remembered
 */
@ConfigurationProperties("tallystick.http")
public record HttpLimits(
        @DefaultValue("1048576") int body,
        @DefaultValue("8192") int uri,
        Map<String, Rate> rates,

        @DefaultValue({
            "/",
            "/actuator",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/docs",
            "/swagger-ui",
            "/swagger-ui.html",
            "/webjars",
            "/error"
        })
        List<String> beside,

        @DefaultValue("2s") Duration readYourWrites,
        @DefaultValue("30s") Duration longestWait,
        @DefaultValue("30d") Duration keysKept) {

    /** So many requests per window, spent evenly or in a burst. */
    public record Rate(int requests, Duration window) {
        public Rate {
            if (requests < 1 || window.isZero() || window.isNegative()) {
                throw new IllegalArgumentException(
                        "Expected at least 1 request per window; found %d per %s.".formatted(requests, window));
            }
        }
    }

    public HttpLimits {
        rates = withDefault(rates);
        if (body < 1 || uri < 1 || readYourWrites.isNegative() || longestWait.isNegative() || keysKept.isNegative()) {
            throw new IllegalArgumentException(
                    "Expected positive limits under tallystick.http; found body %d, uri %d, read-your-writes %s, longest-wait %s, keys-kept %s."
                            .formatted(body, uri, readYourWrites, longestWait, keysKept));
        }
    }

    private static Map<String, Rate> withDefault(@org.jspecify.annotations.Nullable Map<String, Rate> given) {
        var all = new java.util.HashMap<>(Map.of("default", new Rate(1_200_000, Duration.ofMinutes(1))));
        if (given != null) {
            all.putAll(given);
        }
        return Map.copyOf(all);
    }
}
