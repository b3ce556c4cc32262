package tallystick.application.contract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.api.Terms;

/** What a contract says of late rows: what they cost beside what is due. */
final class WhenLate {
    private WhenLate() {}

    /** @param key of the words that introduce it */
    record Line(String key, String value) {}

    static List<Line> of(Terms terms) {
        var lines = new ArrayList<Line>();
        var penalty = terms.penalty();
        if (penalty != null && penalty.annualRate() != null) {
            lines.add(new Line("penalty", "%s, > %d".formatted(penalty.annualRate(), penalty.graceDays())));
        }
        var fee = terms.lateFee();
        if (fee != null) {
            var size = fee.fraction() == null ? fee.amount() : new Rate(fee.fraction());
            lines.add(new Line("lateFee", "%s, > %d".formatted(size, fee.graceDays())));
            bound("perRow", fee.perRow(), lines);
            bound("perLoan", fee.perLoan(), lines);
        }
        return lines;
    }

    private static void bound(String key, @Nullable Money most, List<Line> lines) {
        if (most != null) {
            lines.add(new Line(key, most.toString()));
        }
    }
}
