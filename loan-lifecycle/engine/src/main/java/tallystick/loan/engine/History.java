package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        var known = facts.stream().filter(fact -> !fact.date().isAfter(asOf)).toList();
        return new History(known, FactOrder.of(terms.convention()));
    }

    /** What counts now. */
    List<Fact> counting() {
        return order.of(known);
    }

    /** Where in the order of the facts each one was taken back. */
    private Map<String, Integer> reversals() {
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < known.size(); i++) {
            if (known.get(i) instanceof Fact.Reversal reversal) {
                places.putIfAbsent(reversal.of(), i);
            }
        }
        return places;
    }

    /** The shares in the order of the facts. One that was taken back shows what it had paid until then. */
    List<Share> shares(LoanTerms terms, AllocationRules rules, List<Share> counting) {
        var byFact = new HashMap<String, Share>();
        counting.forEach(share -> byFact.put(share.of(), share));
        reversals().forEach((id, place) -> {
            var before = Replay.of(terms, rules, order.of(known.subList(0, place)));
            before.share(id).ifPresent(share -> byFact.put(id, share.takenBack()));
        });
        var shares = new ArrayList<Share>();
        for (var fact : known) {
            if (byFact.containsKey(fact.id())) {
                shares.add(byFact.get(fact.id()));
            }
        }
        return shares;
    }
}
