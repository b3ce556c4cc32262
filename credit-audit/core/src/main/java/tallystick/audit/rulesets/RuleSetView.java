package tallystick.audit.rulesets;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.BacktestSummary;
import tallystick.audit.api.CheckReport;

/** A rule set in REST. */
record RuleSetView(
        String hash,
        String kind,
        StoredSet.State state,
        String author,
        @Nullable String comment,
        @Nullable String base,
        boolean shadow,
        String share,
        @Nullable CheckReport checks,
        @Nullable BacktestSummary backtest,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant liveSince,
        long version) {
    private static final int DIGITS = 4;

    static RuleSetView of(String kind, StoredSet set, long version) {
        return new RuleSetView(
                set.hash(),
                kind,
                set.state(),
                set.author(),
                set.comment(),
                set.base(),
                set.shadow(),
                share(set.share()),
                set.checks(),
                set.backtest(),
                set.approvedBy(),
                set.approvedAt(),
                set.liveSince(),
                version);
    }

    private static String share(int tenThousandths) {
        var share = BigDecimal.valueOf(tenThousandths, DIGITS).stripTrailingZeros();
        return share.signum() == 0 ? "0" : share.toPlainString();
    }
}
