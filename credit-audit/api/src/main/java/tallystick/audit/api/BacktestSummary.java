package tallystick.audit.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What judging recorded cases anew came to. The whole report is kept under its id.
 *
 * @param judged cases that were run again
 * @param flipped those whose outcome differs
 * @param approvedThen cases that were approved when they were decided
 * @param approvedNow cases that the rule set under test approves
 */
public record BacktestSummary(
        String id, LocalDate from, LocalDate to, long judged, long flipped, long approvedThen, long approvedNow) {
    private static final BigDecimal POINTS = new BigDecimal("100");

    /** By how many points the share of approvals changes, up or down; rounded up. */
    public BigDecimal approvalShift() {
        return judged == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Math.abs(approvedNow - approvedThen))
                        .multiply(POINTS)
                        .divide(BigDecimal.valueOf(judged), 2, RoundingMode.UP);
    }
}
