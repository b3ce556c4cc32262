package tallystick.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace id of a request: the one telemetry put into the log context, or a fresh one where there is none. */
public final class TraceId {
    private static final String NAME = "traceId";
    private static final String ATTRIBUTE = TraceId.class.getName();

    private TraceId() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var id = fromLogContext();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String fromLogContext() {
        @Nullable String known = MDC.get(NAME);
        return known == null || known.isEmpty() ? UUID.randomUUID().toString().replace("-", "") : known;
    }
}
