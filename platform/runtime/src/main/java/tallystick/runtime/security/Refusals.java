package tallystick.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Says no before a request reaches a controller: 401 with the ways to log in, 403, 429, and 400 for broken requests. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private static final String BASIC = "Basic realm=\"Tallystick\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Tallystick\"";

    private final ProblemWriter problems;
    private final boolean passwords;

    Refusals(ProblemWriter problems, boolean passwords) {
        this.problems = problems;
        this.passwords = passwords;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
            throws IOException {
        unauthenticated(
                request,
                response,
                BEARER,
                "Expected a login, by Basic or by Bearer token; found no Authorization header.");
    }

    /** The credentials of this request prove nothing. */
    void wrong(HttpServletRequest request, HttpServletResponse response, boolean bearer, String detail)
            throws IOException {
        // RFC 6750, section 3: the error is said only to who presented a token.
        unauthenticated(request, response, bearer ? BEARER + ", error=\"invalid_token\"" : BEARER, detail);
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        long seconds = retryAfter(response, wait);
        problems.write(
                request,
                response,
                429,
                "too-many-requests",
                "Too many failed logins",
                "Too many logins failed for this user from this address, or too many were tried at once. Wait %d s, then check name and password."
                        .formatted(seconds));
    }

    void unavailable(HttpServletRequest request, HttpServletResponse response, Duration wait, String detail)
            throws IOException {
        retryAfter(response, wait);
        problems.write(request, response, 503, "login-unavailable", "Logins cannot be checked now", detail);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(
                request,
                response,
                403,
                "forbidden",
                "Not allowed",
                "Your roles do not allow this. Ask an administrator, or log in as somebody who may.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        problems.write(
                request,
                response,
                400,
                "malformed",
                "The request is malformed",
                request.getRequestURI().contains("//")
                        ? "Expected an id or a name between two slashes; found none, an id in the path is empty."
                        : "The address or a header of this request has characters that are not taken. Remove them.");
    }

    private void unauthenticated(HttpServletRequest request, HttpServletResponse response, String bearer, String detail)
            throws IOException {
        if (passwords) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, bearer);
        problems.write(request, response, 401, "unauthenticated", "Login needed", detail);
    }

    private static long retryAfter(HttpServletResponse response, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return seconds;
    }
}
