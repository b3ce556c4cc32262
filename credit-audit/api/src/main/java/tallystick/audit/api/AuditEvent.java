package tallystick.audit.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** Everything that can happen in an audit. Stored for ever: add, never rename or move. */
public sealed interface AuditEvent {
    AuditId audit();

    record AuditOpened(
            AuditId audit,
            ApplicationId application,
            PartyId applicant,
            String officer,
            Asked asked,
            Sealed facts,
            Instant at)
            implements AuditEvent {}

    /**
     * A decision with everything needed to replay it. A referral opens a review.
     *
     * @param exposure what the party owes after this loan
     * @param kind of the product, {@code CASH} or {@code CAR}
     * @param pricingSet the set that gave the price; null is the rule set itself
     */
    record AuditDecided(
            AuditId audit,
            ApplicationId application,
            PartyId applicant,
            String officer,
            Asked asked,
            int nr,
            String ruleSet,
            Outcome outcome,
            @Nullable Integer score,
            @Nullable String grade,
            @Nullable Money limit,
            @Nullable Rate annualRate,
            List<Reason> reasons,
            List<Finding> findings,
            List<Gap> gaps,
            List<CounterOffer> counterOffers,
            Sealed snapshot,
            String factsHash,
            Sealed evidence,
            Instant at,
            @Nullable Money exposure,
            @Nullable String kind,
            @Nullable String pricingSet)
            implements AuditEvent {}
}
