package tallystick.bank.iso20022;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.bank.iso20022.Incoming.Kept;
import tallystick.bank.spi.BankFact;

/** Whether one statement goes on where the other one ended: what lies between two that do not fit, nobody has shown us. */
final class Continuity {
    private Continuity() {}

    /** What does not fit between a statement and its neighbours. */
    static List<BankFact> of(Optional<Kept> before, Kept statement, Optional<Kept> after) {
        var gaps = new ArrayList<BankFact>();
        before.map(one -> gap(one, statement)).ifPresent(gaps::add);
        after.map(one -> gap(statement, one)).ifPresent(gaps::add);
        return gaps;
    }

    static boolean fit(Kept one, Kept next) {
        return gap(one, next) == null;
    }

    private static BankFact.@Nullable StatementGap gap(Kept one, Kept next) {
        var number = one.number();
        var following = next.number();
        // Banks that count each year begin again at one.
        var beginsAgain = following != null
                && following == 1
                && one.day().getYear() != next.day().getYear();
        if (number != null && following != null && following != number + 1 && !beginsAgain) {
            return new BankFact.StatementGap("statement %d".formatted(number + 1), "statement %d".formatted(following));
        }
        return one.closing().equals(next.opening())
                ? null
                : new BankFact.StatementGap(
                        "opening balance %s".formatted(one.closing()), "opening balance %s".formatted(next.opening()));
    }
}
