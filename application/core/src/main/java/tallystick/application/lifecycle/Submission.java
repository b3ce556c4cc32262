package tallystick.application.lifecycle;

import tallystick.application.api.Agreement;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Sealed;

/** What was handed in and no longer changes. */
public record Submission(
        AuditId audit,
        PartyId applicant,
        ProductId product,
        int productVersion,
        Money amount,
        int count,
        Sealed account,
        Sealed bankSharing,
        Agreement agreement) {}
