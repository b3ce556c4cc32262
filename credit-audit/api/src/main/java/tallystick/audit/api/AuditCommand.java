package tallystick.audit.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** What one may ask of an audit. */
public sealed interface AuditCommand extends Addressed {
    @Override
    AuditId target();

    /**
     * Starts the decision about an application; it gathers and decides by itself.
     *
     * @param facts what the applicant stated: JSON sealed for the party, purpose FACTS, field {@code applicationFacts}.
     *     An object of strings: {@code applicant.birthDate}, {@code applicant.monthlyIncome} (a bare amount in the
     *     currency asked for), {@code applicant.currency}, {@code consent.<PURPOSE>} (its version); of a car loan
     *     {@code vehicle.firstRegistered}, {@code vehicle.odometerKm}, {@code vehicle.price}, {@code vehicle.valuation},
     *     {@code vehicle.maxLoanToValue} (of the product), {@code vehicle.electric}, {@code vehicle.seller},
     *     {@code dealer.status}
     */
    record OpenAudit(
            AuditId target,
            ApplicationId application,
            PartyId applicant,
            String officer,
            Asked asked,
            Sealed facts,
            Instant at)
            implements AuditCommand {}

    /**
     * Records what the rules said.
     *
     * @param snapshot every fact the rules were given, JSON sealed for the party, purpose FACTS, field {@code factSnapshot}
     * @param factsHash SHA-256 of the snapshot's clear bytes, which outlives the key
     * @param exposure what the party owes after this loan
     * @param kind of the product, {@code CASH} or {@code CAR}
     * @param pricingSet the set that gave the price; null is the rule set itself
     * @param evidence what each finding looked at, JSON sealed likewise, field {@code findingEvidence}
     */
    record RecordDecision(
            AuditId target,
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
            implements AuditCommand {}
}
