package tallystick.application.lifecycle;

import tallystick.kernel.Sealed;

/** Another account, proposed by one person for another to approve. */
public record Payee(Sealed account, String hash, String proposedBy) {}
