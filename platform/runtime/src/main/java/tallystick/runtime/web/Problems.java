package tallystick.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems. Static, because Tomcat and the security chain need it where there are no beans. */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    /** Answers with a problem; does nothing when the answer is already on its way. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        write(response, problem.status(), json(problem, TraceId.of(request)));
    }

    public static void write(HttpServletRequest request, HttpServletResponse response, Rejected rejected)
            throws IOException {
        if (!response.isCommitted()) {
            rejected.headers().forEach(response::setHeader);
            write(request, response, rejected.problem());
        }
    }

    /** What an exception means to the caller; empty for a fault, which only a reference is said of. */
    public static Optional<Rejected> of(Throwable failure) {
        return Translation.of(failure);
    }

    /** The exact bytes of a problem, so that they can be stored and sent again. */
    public static byte[] json(Problem problem, String traceId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("detail", problem.detail());
        body.put("errors", problem.errors().stream().map(Problems::place).toList());
        if (problem.facts() != null) {
            body.put("facts", problem.facts());
        }
        body.put("traceId", traceId);
        return JSON.writeValueAsBytes(body);
    }

    /** The title of a standard code; a context's own code is its own title until the catalogue says more. */
    static String title(String code) {
        return Arrays.stream(Standard.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(Standard::title)
                .orElseGet(() -> Character.toUpperCase(code.charAt(0))
                        + code.substring(1).replace('-', ' '));
    }

    private static void write(HttpServletResponse response, int status, byte[] body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Map<String, Object> place(Problem.At at) {
        var place = new LinkedHashMap<String, Object>();
        place.put("pointer", at.pointer());
        place.put("code", at.code());
        if (at.expected() != null) {
            place.put("expected", at.expected());
        }
        if (at.found() != null) {
            place.put("found", at.found());
        }
        return place;
    }
}
