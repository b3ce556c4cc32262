package tallystick.runtime.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import tallystick.runtime.security.Caller;

/** Finds the caller that the security chain has let in. */
final class Asking {
    private Asking() {}

    static Optional<Caller> caller(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication login
                        && login.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
