package tallystick.runtime.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id that ties together what one request, deadline or calendar run led to: in every log line, problem detail and
 * message. W3C form: 32 lower-case hexadecimal digits.
 */
public final class TraceIds {
    /** Its key in the metadata of messages and in log lines. */
    public static final String KEY = "traceId";

    private static final IdGenerator IDS = IdGenerator.random();

    private TraceIds() {}

    /** The trace of what this thread is doing now. */
    public static Optional<String> current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
    }

    /** A new trace, for work that no request started. */
    public static String fresh() {
        return IDS.generateTraceId();
    }

    /** This thread works for that trace until the scope closes. A text that is no trace id changes nothing. */
    public static Scope during(String traceId) {
        if (!TraceId.isValid(traceId) || current().filter(traceId::equals).isPresent()) {
            return () -> {};
        }
        SpanContext span = SpanContext.createFromRemoteParent(
                traceId, IDS.generateSpanId(), TraceFlags.getDefault(), TraceState.getDefault());
        return entered(Context.current().with(Span.wrap(span)), traceId);
    }

    /** The same work, later, on whatever thread, for the trace of now. For those who hand work to threads of their own. */
    public static Runnable carry(Runnable work) {
        Context context = Context.current();
        Optional<String> traceId = current();
        return () -> {
            try (Scope _ = entered(context, traceId.orElse(null))) {
                work.run();
            }
        };
    }

    @SuppressWarnings("MustBeClosedChecker") // the scope that is handed out closes it
    private static Scope entered(Context context, @Nullable String traceId) {
        String before = MDC.get(KEY);
        io.opentelemetry.context.Scope inner = context.makeCurrent();
        note(traceId);
        return () -> {
            inner.close();
            note(before);
        };
    }

    private static void note(@Nullable String traceId) {
        if (traceId == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, traceId);
        }
    }

    /** Ends with a try. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
