package tallystick.runtime.approval;

import java.util.List;
import java.util.Map;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.web.ProblemCode;

/** Two different people, and the second agrees to exactly what was shown. What it is about may be said in own words. */
public final class FourEyes {
    private static final ProblemCode ANOTHER =
            new ProblemCode("four-eyes", 409, "Another person must approve", "Ask a colleague with the role.");
    private static final ProblemCode CHANGED = new ProblemCode(
            "hash-changed", 409, "Something else was shown", "Read it again, and agree to what it says.");

    static final List<ProblemCode> CODES = List.of(ANOTHER, CHANGED);

    private FourEyes() {}

    /** @throws Refused when it is the same person */
    public static void mustDiffer(String proposedBy, String by) {
        if (proposedBy.equals(by)) {
            throw no(
                    ANOTHER,
                    "Expected another person than %s, who proposed it; found the same. Ask a colleague.".formatted(by),
                    Map.of("proposedBy", proposedBy));
        }
    }

    /**
     * What one agrees to is what was shown.
     *
     * @param what such as {@code offer 1}
     * @throws Refused when it is something else by now
     */
    public static void mustBeShown(String what, String expected, String shown) {
        if (!expected.equals(shown)) {
            throw no(
                    CHANGED,
                    "Expected the hash %s of %s as it is now; found %s. Read it again, and agree to what it says."
                            .formatted(expected, what, shown),
                    Map.of("expected", expected, "found", shown));
        }
    }

    /** It is the same person. */
    public static Refused another(String detail) {
        return no(ANOTHER, detail, Map.of());
    }

    /** It is something else by now. */
    public static Refused changed(String detail) {
        return no(CHANGED, detail, Map.of());
    }

    private static Refused no(ProblemCode code, String detail, Map<String, String> facts) {
        return new Refusal(code.code(), code.title(), detail, facts).asException();
    }
}
