package tallystick.runtime.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Outermost: whatever goes wrong inside, an exception or a bare status, leaves as a problem. */
final class ProblemFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(ProblemFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        TraceId.of(request);
        try {
            chain.doFilter(request, new Speaking(request, response));
        } catch (Exception | StackOverflowError failure) {
            answer(request, response, failure);
        }
    }

    /** Answers for a failure; what nobody expected is logged with its trace id and says only that. */
    static void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        var cause = failure instanceof jakarta.servlet.ServletException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (response.isCommitted()) {
            log.debug("The caller of trace {} went away or the answer broke off.", TraceId.of(request), cause);
            return;
        }
        Problems.write(request, response, Translation.of(cause).orElseGet(() -> fault(request, cause)));
    }

    private static Rejected fault(HttpServletRequest request, Throwable failure) {
        log.error("Expected no failure; trace {} met one. Read its stack trace.", TraceId.of(request), failure);
        return Standard.INTERNAL.because(
                "The request could not be done. Repeat it with the same key; if it fails again, tell operations %s."
                        .formatted(TraceId.of(request)));
    }

    /** A response whose {@code sendError} speaks our language at once, so no error page is asked. */
    private static final class Speaking extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Speaking(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            var kind = Standard.forStatus(status);
            Problems.write(request, (HttpServletResponse) getResponse(), kind.with(kind.remedy()));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
