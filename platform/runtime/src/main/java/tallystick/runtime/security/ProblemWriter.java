package tallystick.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a problem detail for a request that ends before it reaches a controller. Headers are set by who calls. */
public interface ProblemWriter {
    /** Writes status, content type and body; {@code code} is kebab-case and names the page of this problem. */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String code,
            String title,
            String detail)
            throws IOException;
}
