package tallystick.bank.gateway.approval;

import tallystick.runtime.approval.FourEyes;

/** A second person agrees to a proposal as it stands. */
public final class Agreement {
    private Agreement() {}

    /** @throws tallystick.kernel.Refused when something else was shown, or the same person proposed it */
    public static void require(String proposedBy, String by, String hash, String shown) {
        if (!shown.equals(hash)) {
            throw FourEyes.changed("Expected the hash of the proposal as it stands; found another. Read it again.");
        }
        if (proposedBy.equals(by)) {
            throw FourEyes.another(
                    "Expected another person than %s, who proposed it; found the same. Ask a colleague.".formatted(by));
        }
    }
}
