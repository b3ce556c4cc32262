package tallystick.runtime.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the {@code Authorization} header into a {@link Caller}. Without a header the request goes on as nobody. */
final class LoginFilter extends OncePerRequestFilter {
    private final Door door;
    private final Refusals refusals;
    private final RequestMatcher open;
    private final RequestAttributeSecurityContextRepository kept = new RequestAttributeSecurityContextRepository();

    /** @param open where the header, if any, is not meant for us: public pages and what banks send */
    LoginFilter(Door door, Refusals refusals, RequestMatcher open) {
        this.door = door;
        this.refusals = refusals;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (Credentials.of(request)) {
            case Credentials.None _ -> chain.doFilter(request, response);
            case Credentials.Broken broken -> refusals.wrong(request, response, false, broken.reason());
            case Credentials.Basic basic ->
                answer(door.basic(basic, Address.of(request)), Login.Scheme.BASIC, request, response, chain);
            case Credentials.Bearer bearer ->
                answer(door.bearer(bearer.token()), scheme(bearer), request, response, chain);
        }
    }

    private void answer(
            LoginAnswer answer,
            Login.Scheme scheme,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        switch (answer) {
            case LoginAnswer.Known known -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new Login(known.caller(), scheme));
                SecurityContextHolder.setContext(context);
                kept.saveContext(context, request, response); // For the second part of an asynchronous request.
                chain.doFilter(request, response);
            }
            case LoginAnswer.Unknown unknown ->
                refusals.wrong(request, response, scheme != Login.Scheme.BASIC, unknown.reason());
            case LoginAnswer.TooMany many -> refusals.tooMany(request, response, many.retryAfter());
            case LoginAnswer.Unavailable not -> refusals.unavailable(request, response, not.retryAfter(), not.reason());
        }
    }

    private static Login.Scheme scheme(Credentials.Bearer bearer) {
        return bearer.token().startsWith(BearerTokens.PREFIX) ? Login.Scheme.TOKEN : Login.Scheme.ISSUER;
    }
}
