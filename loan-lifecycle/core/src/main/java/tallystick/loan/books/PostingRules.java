package tallystick.loan.books;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tallystick.kernel.Money;

/** Which accounts a part of an event moves, as finance writes it down. A part without a rule is a mistake that stops. */
final class PostingRules {
    private final List<Rule> rules;

    private record Rule(String event, String part, String debit, String credit) {}

    private PostingRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static PostingRules shipped() {
        return new PostingRules(lines("/books/posting-rules.csv")
                .map(cells -> new Rule(cells[0], cells[1], cells[2], cells[3]))
                .toList());
    }

    /** The lines of a file of ours, without its head. */
    static Stream<String[]> lines(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PostingRules.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + file + ".", unreadable);
        }
    }

    /** Debits and credits of the parts that are not zero. */
    List<Posting> postings(String event, Map<String, Money> parts) {
        var postings = new ArrayList<Posting>();
        parts.forEach((part, amount) -> {
            if (!amount.isZero()) {
                var rule = rule(event, part);
                var turned = amount.isNegative();
                postings.add(new Posting(turned ? rule.credit() : rule.debit(), Posting.Side.DEBIT, amount.abs()));
                postings.add(new Posting(turned ? rule.debit() : rule.credit(), Posting.Side.CREDIT, amount.abs()));
            }
        });
        return postings;
    }

    private Rule rule(String event, String part) {
        return rules.stream()
                .filter(rule -> rule.event().equals(event) && rule.part().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a posting rule for the %s of %s; found none. Add it to posting-rules.csv."
                                .formatted(part, event)));
    }
}
