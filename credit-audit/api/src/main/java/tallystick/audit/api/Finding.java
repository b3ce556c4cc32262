package tallystick.audit.api;

import org.jspecify.annotations.Nullable;

/**
 * One rule's result. What it looked at is personal and is kept sealed beside it, under the same number.
 *
 * @param rank the smaller, the more it counts among the reasons
 * @param bureau whether it rests on a credit bureau's report
 */
public record Finding(
        int nr,
        String code,
        Severity severity,
        int rank,
        String text,
        boolean bureau,
        String rule,
        String file,
        @Nullable Integer row) {
    /** What a finding does to the outcome. */
    public enum Severity {
        INFO,
        REFER,
        KNOCK_OUT
    }
}
