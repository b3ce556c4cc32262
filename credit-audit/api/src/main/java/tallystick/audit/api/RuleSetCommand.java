package tallystick.audit.api;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;

/** What people do with rule sets. A set is named by the hash of its content, which is stored before it is named here. */
public sealed interface RuleSetCommand extends Addressed {
    @Override
    RuleDeskId target();

    String hash();

    /** The set that comes with the platform: live if nothing is. */
    record ShipRuleSet(RuleDeskId target, String hash, Instant at) implements RuleSetCommand {}

    /** @param base the set it was made from */
    record DraftRuleSet(
            RuleDeskId target, String hash, @Nullable String base, String comment, String by, Instant at)
            implements RuleSetCommand {}

    record RecordChecks(RuleDeskId target, String hash, CheckReport report, Instant at) implements RuleSetCommand {}

    record RecordBacktest(RuleDeskId target, String hash, BacktestSummary summary, Instant at)
            implements RuleSetCommand {}

    /**
     * Agrees to exactly what was shown.
     *
     * @param seen the hash of what was shown
     * @param waived why there is no backtest; allowed only while nothing is recorded
     * @param guardRail by how many points the share of approvals may change in the backtest; null is any number
     */
    record ApproveRuleSet(
            RuleDeskId target,
            String hash,
            String seen,
            @Nullable String waived,
            boolean somethingRecorded,
            @Nullable BigDecimal guardRail,
            String by,
            Instant at)
            implements RuleSetCommand {}

    /** Makes it the live one in one step; the former one retires. */
    record ActivateRuleSet(RuleDeskId target, String hash, String by, Instant at) implements RuleSetCommand {}

    /** Ends it without a successor; never where one set must be live. */
    record RetireRuleSet(RuleDeskId target, String hash, String by, Instant at) implements RuleSetCommand {}

    /** Lets it judge live cases beside the live set, or no longer. */
    record ShadowRuleSet(RuleDeskId target, String hash, boolean on, String by, Instant at) implements RuleSetCommand {}

    /** Lets it decide a share of the cases, in ten thousandths; the rest stays with the live set. */
    record ShareRuleSet(RuleDeskId target, String hash, int share, String by, Instant at) implements RuleSetCommand {}
}
