package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The facts of a loan as they are known at the end of a day. */
final class History {
    private final List<Fact> known;
    private final FactOrder order;

    private History(List<Fact> known, FactOrder order) {
        this.known = known;
        this.order = order;
    }

    static History of(LoanTerms terms, List<Fact> facts, LocalDate asOf) {
        FactRules.check(terms, facts);
        return new History(until(asOf, facts), FactOrder.of(terms.convention()));
    }

    private static List<Fact> until(LocalDate day, List<Fact> facts) {
        for (var fact : facts) {
            if (fact.date().isAfter(day)) {
                return facts.stream().filter(each -> !each.date().isAfter(day)).toList();
            }
        }
        return facts;
    }

    /** What counts now. */
    List<Fact> counting() {
        return order.of(known);
    }

    /** Where in the order of the facts each one was taken back. */
    private Map<String, Integer> reversals() {
        var places = new HashMap<String, Integer>(0);
        for (var i = 0; i < known.size(); i++) {
            if (known.get(i) instanceof Fact.Reversal reversal) {
                places.putIfAbsent(reversal.of(), i);
            }
        }
        return places;
    }

    /** The shares in the order of the facts. One that was taken back shows what it had paid until then. */
    List<Share> shares(LoanTerms terms, AllocationRules rules, List<Fact> counting, List<Share> shares) {
        var reversals = reversals();
        if (reversals.isEmpty() && counting.equals(known)) {
            return shares;
        }
        var byFact = new HashMap<String, Share>();
        shares.forEach(share -> byFact.put(share.of(), share));
        reversals.forEach((id, place) -> {
            var before = Replay.of(terms, rules, order.of(known.subList(0, place)));
            before.share(id).ifPresent(share -> byFact.put(id, share.takenBack()));
        });
        return known.stream()
                .map(fact -> byFact.get(fact.id()))
                .filter(Objects::nonNull)
                .toList();
    }
}
