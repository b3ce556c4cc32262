package tallystick.application.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Agreement;
import tallystick.application.api.Liable;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Sealed;

/**
 * What was handed in and no longer changes.
 *
 * @param decidedFor the moment whose facts the audit looked at
 */
public record Submission(
        AuditId audit,
        PartyId applicant,
        ProductId product,
        int productVersion,
        Money amount,
        int count,
        Sealed account,
        Sealed bankSharing,
        Agreement agreement,
        List<Liable> others,
        Sealed facts,
        Instant decidedFor) {
    public Submission {
        others = List.copyOf(others);
    }

    /** The same with another audit, which looks at things as they are now. */
    Submission renewed(AuditId next, Instant at) {
        return new Submission(
                next,
                applicant,
                product,
                productVersion,
                amount,
                count,
                account,
                bankSharing,
                agreement,
                others,
                facts,
                at);
    }

    /** The same with what a reviewer asks for beside the product. */
    Submission under(@Nullable List<String> conditions) {
        return conditions == null || conditions.isEmpty() ? this : with(agreement.under(conditions));
    }

    private Submission with(Agreement next) {
        return new Submission(
                audit,
                applicant,
                product,
                productVersion,
                amount,
                count,
                account,
                bankSharing,
                next,
                others,
                facts,
                decidedFor);
    }

    /** Whether what was decided on is older than the product allows. */
    boolean isStale(Instant at) {
        var validFor = agreement.factsValidFor();
        return validFor != null && at.isAfter(decidedFor.plus(validFor));
    }
}
