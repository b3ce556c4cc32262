package tallystick.runtime.security;

import jakarta.servlet.http.HttpServletRequest;

/** Knows the routes that nobody has to log in for. */
@FunctionalInterface
public interface OpenRoutes {
    boolean open(HttpServletRequest request);
}
