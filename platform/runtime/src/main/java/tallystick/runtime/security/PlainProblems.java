package tallystick.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/** Problem details where no other writer is there. */
final class PlainProblems implements ProblemWriter {
    private final JsonMapper json;

    PlainProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String code,
            String title,
            String detail)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "/problems/" + code);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        problem.put("errors", List.of());
        problem.put("traceId", String.valueOf(MDC.get("traceId")));
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
