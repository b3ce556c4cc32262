package tallystick.bank.gateway.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallystick.bank.api.ReportCommand.Fields;
import tallystick.bank.gateway.instruction.Spelling;
import tallystick.bank.spi.FetchResult;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanPositions.Position;
import tallystick.loan.api.LoanPositions.Standing;

/**
 * Compares where a bank says that its loans stand with where we say so, field by field. A loan that the bank should keep
 * and does not name, and one that nobody knows, are found too. Pure.
 */
record Comparison(int loans, List<Difference> differences) {
    /** What can differ. */
    enum Field {
        PRINCIPAL("position-principal"),
        INTEREST("position-interest"),
        DAYS_PAST_DUE("position-days-past-due"),
        STANDING("position-standing"),
        ONLY_OURS("position-only-ours"),
        ONLY_THEIRS("position-only-theirs");

        /** The kind of break. */
        final String kind;

        Field(String kind) {
            this.kind = kind;
        }
    }

    /**
     * One field of one loan.
     *
     * @param gap by which the same difference is known again tomorrow, when both sides have moved on
     */
    record Difference(String loan, Field field, String ours, String theirs, String gap) {}

    /** @param kept the loans that the bank should keep */
    static Comparison of(Collection<FetchResult.Position> theirs, Collection<Position> ours, Set<String> kept) {
        var known = new HashMap<String, Position>();
        ours.forEach(mine -> known.put(mine.loan().value(), mine));
        var differences = new ArrayList<Difference>();
        var named = new HashSet<String>();
        for (var their : theirs) {
            named.add(their.loan());
            var mine = known.get(their.loan());
            if (mine == null) {
                differences.add(new Difference(
                        their.loan(),
                        Field.ONLY_THEIRS,
                        "no such loan",
                        their.standing().name(),
                        ""));
            } else {
                compare(mine, their, differences);
            }
        }
        known.values().stream()
                .filter(mine -> kept.contains(mine.loan().value()) && isOut(mine))
                .filter(mine -> !named.contains(mine.loan().value()))
                .map(mine -> new Difference(
                        mine.loan().value(), Field.ONLY_OURS, mine.standing().name(), "not named", ""))
                .forEach(differences::add);
        return new Comparison(theirs.size(), List.copyOf(differences));
    }

    private static boolean isOut(Position mine) {
        return mine.standing() == Standing.ACTIVE;
    }

    private static void compare(Position mine, FetchResult.Position their, List<Difference> into) {
        var principal = Spelling.money(their.principal());
        var interest = Spelling.money(their.interest());
        add(into, mine, Field.PRINCIPAL, mine.principal(), principal, gap(mine.principal(), principal));
        add(into, mine, Field.INTEREST, mine.interest(), interest, gap(mine.interest(), interest));
        var late = their.daysPastDue() - mine.daysPastDue();
        add(into, mine, Field.DAYS_PAST_DUE, mine.daysPastDue(), their.daysPastDue(), Long.toString(late));
        var standing = their.standing().name();
        add(into, mine, Field.STANDING, mine.standing().name(), standing, standing);
    }

    private static void add(List<Difference> into, Position mine, Field field, Object our, Object their, String gap) {
        if (!our.equals(their)) {
            into.add(new Difference(mine.loan().value(), field, our.toString(), their.toString(), gap));
        }
    }

    /** Two currencies are further apart than any amount. */
    private static String gap(Money ours, Money theirs) {
        return ours.currency().equals(theirs.currency())
                ? theirs.minus(ours).toString()
                : theirs.currency().getCurrencyCode();
    }

    /** How many differ in what. */
    Fields fields() {
        var counts = new EnumMap<Field, Integer>(Field.class);
        differences.forEach(one -> counts.merge(one.field(), 1, Integer::sum));
        var differing = new HashSet<String>();
        differences.stream().filter(one -> one.field() != Field.ONLY_OURS).forEach(one -> differing.add(one.loan()));
        return new Fields(
                loans,
                loans - differing.size(),
                count(counts, Field.PRINCIPAL),
                count(counts, Field.INTEREST),
                count(counts, Field.DAYS_PAST_DUE),
                count(counts, Field.STANDING),
                count(counts, Field.ONLY_OURS),
                count(counts, Field.ONLY_THEIRS));
    }

    private static int count(Map<Field, Integer> counts, Field field) {
        return counts.getOrDefault(field, 0);
    }
}
