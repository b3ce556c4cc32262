package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Change;
import tallystick.loan.csv.ShippedFile;

/** The class that supervision gives to a loan by how late it is, as law and standards of the day say. */
final class RegulatoryClasses {
    private final List<Rule> rules;

    /** @param overdueFrom the fewest days past due for the class */
    record Rule(String jurisdiction, LocalDate validFrom, long overdueFrom, String name, String source) {}

    private RegulatoryClasses(List<Rule> rules) {
        this.rules = rules;
    }

    static RegulatoryClasses shipped() {
        return new RegulatoryClasses(ShippedFile.lines("/regulation/classes.csv")
                .map(cells ->
                        new Rule(cells[0], LocalDate.parse(cells[1]), Long.parseLong(cells[2]), cells[3], cells[4]))
                .toList());
    }

    /** Those of a jurisdiction, whenever they held. */
    List<String> names(String jurisdiction) {
        return rules.stream()
                .filter(rule -> rule.jurisdiction().equals(jurisdiction))
                .map(Rule::name)
                .distinct()
                .toList();
    }

    /** What two people gave a loan by a day; the last word counts, and it may be that of the rules. */
    static Optional<Proposal> given(Loan is, LocalDate asOf) {
        return is.proposals().reversed().stream()
                .filter(proposal -> proposal.what() instanceof Change.Classify)
                .filter(proposal ->
                        proposal.approvedBy() != null && !proposal.date().isAfter(asOf))
                .findFirst()
                .filter(proposal -> name(proposal) != null);
    }

    static @Nullable String name(Proposal proposal) {
        return proposal.what() instanceof Change.Classify given ? given.regulatoryClass() : null;
    }

    /** The worst class that holds. Before the first rules of a jurisdiction, by those. */
    Rule of(String jurisdiction, long overdueDays, LocalDate asOf) {
        var known = rules.stream()
                .filter(rule -> rule.jurisdiction().equals(jurisdiction))
                .toList();
        var valid = known.stream()
                .map(Rule::validFrom)
                .filter(from -> !from.isAfter(asOf))
                .max(Comparator.naturalOrder())
                .or(() -> known.stream().map(Rule::validFrom).min(Comparator.naturalOrder()));
        return known.stream()
                .filter(rule -> rule.validFrom().equals(valid.orElseThrow()))
                .filter(rule -> rule.overdueFrom() <= overdueDays)
                .max(Comparator.comparing(Rule::overdueFrom))
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a regulatory class of %s from day 0 on; found none. Add it to classes.csv."
                                .formatted(jurisdiction)));
    }
}
