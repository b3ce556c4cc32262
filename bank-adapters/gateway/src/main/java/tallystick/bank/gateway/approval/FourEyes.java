package tallystick.bank.gateway.approval;

import java.util.List;
import tallystick.kernel.Refusal;
import tallystick.runtime.web.ProblemCode;

/** Two different people, and the second agrees to exactly what is there. */
public final class FourEyes {
    private static final String ANOTHER = "four-eyes";
    private static final String CHANGED = "hash-changed";

    public static final List<ProblemCode> CODES = List.of(
            new ProblemCode(ANOTHER, 409, "Another person must approve", "Ask a colleague with the role."),
            new ProblemCode(CHANGED, 409, "Something else was shown", "Read it again, and agree to what it says."));

    private FourEyes() {}

    /** @throws tallystick.kernel.Refused when something else was shown, or the same person proposed it */
    public static void require(String proposedBy, String by, String hash, String shown) {
        if (!shown.equals(hash)) {
            throw Refusal.of(
                            CHANGED,
                            "Something else was shown",
                            "Expected the hash of the proposal as it stands; found another. Read it again.")
                    .asException();
        }
        if (proposedBy.equals(by)) {
            throw Refusal.of(
                            ANOTHER,
                            "Another person must approve",
                            "Expected another person than %s, who proposed it; found the same. Ask a colleague."
                                    .formatted(by))
                    .asException();
        }
    }
}
