package tallystick.runtime.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tallystick.runtime.security.Caller;
import tallystick.runtime.web.Standard;

/**
 * One bucket per caller and named limit, on this node. Keeps one caller from taking everybody's share; it is no defence
 * against a flood, which never gets this far.
 */
final class RateLimits {
    private static final int MOST_BUCKETS = 100_000;

    private final HttpLimits limits;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    };

    /** @param nanos a clock that never goes back; not the business clock, which tests and demos move */
    RateLimits(HttpLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    void count(List<Route> here, Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response) {
        var name = here.stream()
                .filter(route -> route.methods().stream().anyMatch(one -> one.matches(request.getMethod())))
                .findFirst()
                .map(Route::limit)
                .orElse("default");
        var rate = limits.rates().getOrDefault(name, limits.rates().get("default"));
        if (rate == null) {
            throw new IllegalStateException(
                    "Expected the limit 'default'; found " + limits.rates().keySet() + ".");
        }
        var who = caller.map(one -> "caller " + one.name()).orElseGet(() -> "address " + request.getRemoteAddr());
        var taken = bucket(name + " " + who, rate).take(nanos.getAsLong());
        var seconds = Math.max(1, rate.window().toSeconds());
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, rate.requests(), seconds));
        response.setHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, taken.left(), taken.seconds()));
        if (!taken.ok()) {
            throw Standard.TOO_MANY_REQUESTS
                    .because("Expected at most %d requests in %d s (limit '%s'); found more. Wait %d s."
                            .formatted(rate.requests(), seconds, name, taken.seconds()))
                    .header("Retry-After", Long.toString(taken.seconds()));
        }
    }

    private Bucket bucket(String key, HttpLimits.Rate rate) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, _ -> new Bucket(rate, nanos.getAsLong()));
        }
    }
}
