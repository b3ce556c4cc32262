package tallystick.loan.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tallystick.kernel.Money;
import tallystick.loan.csv.ShippedFile;

/**
 * Which accounts a part of an event moves, as finance writes it down. A rule may hold only {@code when} the event is of
 * a special sort; else the one without a condition does. A part without a rule is a mistake that stops.
 */
final class PostingRules {
    private final Map<Case, List<Rule>> rules;

    private record Case(String event, String part, String when) {}

    private record Rule(Case of, Basis basis, String debit, String credit) {}

    private PostingRules(List<Rule> rules) {
        this.rules = rules.stream().collect(Collectors.groupingBy(Rule::of));
    }

    static PostingRules shipped() {
        return new PostingRules(ShippedFile.lines("/books/posting-rules.csv")
                .map(cells ->
                        new Rule(new Case(cells[0], cells[1], cells[2]), Basis.valueOf(cells[3]), cells[4], cells[5]))
                .toList());
    }

    /** Debits and credits of the parts that are not zero, a part below zero the other way round. */
    List<Posting> postings(String event, String when, Map<String, Money> parts) {
        var postings = new ArrayList<Posting>();
        parts.forEach((part, amount) -> {
            if (!amount.isZero()) {
                of(event, part, when).forEach(rule -> postings.addAll(postings(rule, amount)));
            }
        });
        return postings;
    }

    private static List<Posting> postings(Rule rule, Money amount) {
        var turned = amount.isNegative();
        return List.of(
                new Posting(rule.basis(), turned ? rule.credit() : rule.debit(), Posting.Side.DEBIT, amount.abs()),
                new Posting(rule.basis(), turned ? rule.debit() : rule.credit(), Posting.Side.CREDIT, amount.abs()));
    }

    private List<Rule> of(String event, String part, String when) {
        var special = rules.get(new Case(event, part, when));
        var found = special == null ? rules.get(new Case(event, part, "")) : special;
        if (found == null) {
            throw new IllegalStateException(
                    "Expected a posting rule for the %s of %s; found none. Add it to posting-rules.csv."
                            .formatted(part, event));
        }
        return found;
    }
}
