package tallystick.runtime.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Thrown where a request cannot go on; carries the whole answer. Expected, so it has no stack trace. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Rejected(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Rejected header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }
}
