package tallystick.audit.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.CounterOffer;
import tallystick.audit.api.Finding;
import tallystick.audit.api.Gap;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.Reason;
import tallystick.audit.reviews.ReviewView;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.rules.RuleFinding;

/** An audit in REST. */
record AuditView(String id, String application, String state, List<DecisionView> decisions) {
    /**
     * One decision with everything it found.
     *
     * @param pricingSet gave the price; left out where the rule set did, before prices had sets of their own
     * @param review what a person decided about a referred one
     */
    record DecisionView(
            int nr,
            Outcome outcome,
            Instant decidedAt,
            String ruleSet,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String pricingSet,

            @Nullable Integer score,
            @Nullable String grade,
            @Nullable Money limit,
            @Nullable Rate annualRate,
            List<Reason> reasons,
            List<FindingView> findings,
            List<Gap> gaps,
            List<CounterOffer> counterOffers,
            @JsonInclude(JsonInclude.Include.NON_NULL) ReviewView.@Nullable Said review) {}

    /** One finding with what it looked at. */
    record FindingView(
            String code,
            Finding.Severity severity,
            int rank,
            String text,
            boolean bureau,
            String rule,
            String file,
            @Nullable Integer row,
            Map<String, String> facts,
            RuleFinding.@Nullable Distance distance) {}

    /** @param review what a person decided of a referred one; null while nobody has */
    static DecisionView decision(AuditDecided decided, List<Evidence> evidence, ReviewView.@Nullable Said review) {
        var findings = new ArrayList<FindingView>();
        for (var finding : decided.findings()) {
            var seen = finding.nr() <= evidence.size() ? evidence.get(finding.nr() - 1) : Evidence.GONE;
            findings.add(new FindingView(
                    finding.code(),
                    finding.severity(),
                    finding.rank(),
                    finding.text(),
                    finding.bureau(),
                    finding.rule(),
                    finding.file(),
                    finding.row(),
                    seen.facts(),
                    seen.distance()));
        }
        return new DecisionView(
                decided.nr(),
                decided.outcome(),
                decided.at(),
                decided.ruleSet(),
                decided.pricingSet(),
                decided.score(),
                decided.grade(),
                decided.limit(),
                decided.annualRate(),
                decided.reasons(),
                findings,
                decided.gaps(),
                decided.counterOffers(),
                review);
    }
}
