package tallystick.application.approval;

import java.util.List;
import java.util.Map;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.web.ProblemCode;

/** Two different people, and the second agrees to exactly what was shown. */
public final class FourEyes {
    private static final String ANOTHER = "four-eyes";
    private static final String CHANGED = "hash-changed";

    public static final List<ProblemCode> CODES = List.of(
            new ProblemCode(ANOTHER, 409, "Another person must approve", "Ask a colleague with the role."),
            new ProblemCode(CHANGED, 409, "Something else was shown", "Read it again, and agree to what it says."));

    private FourEyes() {}

    /** @throws Refused when it is the same person */
    public static void mustDiffer(String proposedBy, String by) {
        if (proposedBy.equals(by)) {
            throw new Refusal(
                            ANOTHER,
                            "Another person must approve",
                            "Expected another person than %s, who proposed it; found the same. Ask a colleague."
                                    .formatted(by),
                            Map.of("proposedBy", proposedBy))
                    .asException();
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
            throw new Refusal(
                            CHANGED,
                            "Something else was shown",
                            "Expected the hash %s of %s as it is now; found %s. Read it again, and agree to what it says."
                                    .formatted(expected, what, shown),
                            Map.of("expected", expected, "found", shown))
                    .asException();
        }
    }
}
