package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Something dated that happened to a loan after its payout. Amounts are in the currency of the terms. */
public sealed interface Fact {
    /** Unique among the facts of the loan. */
    String id();

    /** The value date. */
    LocalDate date();

    record Repayment(String id, LocalDate date, BigDecimal amount) implements Fact {}

    /** Pays the whole loan at the interest of the day. */
    record PayingOff(String id, LocalDate date, BigDecimal amount) implements Fact {}

    record Charge(String id, LocalDate date, Kind kind, LocalDate due, BigDecimal amount) implements Fact {
        /** What a charge is. */
        public enum Kind {
            FEE,
            PENALTY
        }
    }

    /** Takes another fact back, as if it had never been. */
    record Reversal(String id, LocalDate date, String of) implements Fact {}

    /** The facts that stand: without reversals and what they reverse, in the order of their dates. */
    static List<Fact> standing(List<Fact> facts) {
        var reversed = facts.stream()
                .filter(Reversal.class::isInstance)
                .map(fact -> ((Reversal) fact).of())
                .collect(java.util.stream.Collectors.toSet());
        return facts.stream()
                .filter(fact -> !(fact instanceof Reversal) && !reversed.contains(fact.id()))
                .sorted(java.util.Comparator.comparing(Fact::date))
                .toList();
    }
}
