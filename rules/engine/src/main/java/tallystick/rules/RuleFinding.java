package tallystick.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that held: what it says, where it stands, what it looked at, and how far that was from passing.
 *
 * @param rank the smaller, the more it counts among the reasons
 * @param smallerHelps whether the same case with a smaller amount may come out otherwise
 * @param lost the points a row of the score card gives less than the best row of its code; zero for other rows
 */
public record RuleFinding(
        String code,
        Severity severity,
        int rank,
        String text,
        boolean bureau,
        String rule,
        String file,
        int row,
        Map<String, String> facts,
        @Nullable Distance distance,
        boolean smallerHelps,
        int lost) {
    /** What a finding does to the verdict. */
    public enum Severity {
        INFO,
        REFER,
        KNOCK_OUT
    }

    /** A threshold and what was found instead. */
    public record Distance(String fact, String limit, String found) {}

    public RuleFinding {
        facts = Map.copyOf(facts);
    }
}
