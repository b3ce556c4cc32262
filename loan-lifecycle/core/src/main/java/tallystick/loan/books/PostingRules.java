package tallystick.loan.books;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tallystick.loan.csv.ShippedFile;

/**
 * Which accounts a part of an event moves, as finance writes it down. A rule may hold only {@code when} the event is of
 * a special sort; else the one without a condition does. A part without a rule is a mistake that stops.
 */
final class PostingRules {
    private final Map<Case, List<Rule>> rules;

    private record Case(String event, String part, String when) {}

    private record Line(Case of, Rule rule) {}

    /** A debit and a credit of the same amount. */
    record Rule(Basis basis, String debit, String credit) {
        Rule turned() {
            return new Rule(basis, /* debit= */ credit, /* credit= */ debit);
        }
    }

    private PostingRules(List<Line> lines) {
        rules = lines.stream()
                .collect(Collectors.groupingBy(Line::of, Collectors.mapping(Line::rule, Collectors.toList())));
    }

    static PostingRules shipped() {
        return new PostingRules(ShippedFile.lines("/books/posting-rules.csv")
                .map(cells -> new Line(
                        new Case(cells[0], cells[1], cells[2]), new Rule(Basis.valueOf(cells[3]), cells[4], cells[5])))
                .toList());
    }

    /** One for both bases, or one for each of them. */
    List<Rule> of(String event, String part, String when) {
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
