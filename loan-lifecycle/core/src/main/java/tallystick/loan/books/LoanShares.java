package tallystick.loan.books;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.books.PostingRules.Rule;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/**
 * In whose books the money of one loan belongs: who owns what of it, and how much has moved so far. Money arrives with one
 * of the owners; the others have theirs by clearing.
 */
final class LoanShares {
    private final Chart chart;
    private final Map<Component, Long> totals = new EnumMap<>(Component.class);
    private Owners owners;

    LoanShares(Chart chart, Owners owners, Map<Component, Long> totals) {
        this.chart = chart;
        this.owners = owners;
        this.totals.putAll(totals);
    }

    static LoanShares own(Chart chart) {
        return new LoanShares(chart, Owners.of(Funding.OWN), Map.of());
    }

    Owners owners() {
        return owners;
    }

    void owners(Owners next) {
        owners = next;
    }

    Map<Component, Long> totals() {
        return totals;
    }

    long total(Component component) {
        return totals.getOrDefault(component, 0L);
    }

    List<Posting> book(Moved moved) {
        return becomesPrincipal(moved) ? capitalize(moved) : bookOne(moved);
    }

    private boolean becomesPrincipal(Moved moved) {
        var other = moved.component().filter(component -> component != Component.PRINCIPAL);
        return !owners.isOurs()
                && other.isPresent()
                && moved.rules().stream().anyMatch(rule -> Chart.isPrincipal(rule.debit()));
    }

    /** Each has its interest, by its share of interest, and has lent it again, by its share of principal. */
    private List<Posting> capitalize(Moved moved) {
        var paid = moved.rules().stream()
                .map(rule -> new Rule(rule.basis(), Chart.CLEARING, rule.credit()))
                .toList();
        var lent = moved.rules().stream()
                .map(rule -> new Rule(rule.basis(), rule.debit(), Chart.CLEARING))
                .toList();
        var lines = new ArrayList<>(bookOne(Moved.shared(moved.name(), moved.amount(), paid)));
        lines.addAll(bookOne(Moved.shared(Component.PRINCIPAL.part(), moved.amount(), lent)));
        return lines;
    }

    private List<Posting> bookOne(Moved moved) {
        return book(moved, shared(moved, cash(moved)));
    }

    private List<Posting> book(Moved moved, Map<String, Money> amounts) {
        var cash = cash(moved);
        var lines = new ArrayList<Posting>();
        amounts.forEach(
                (owner, amount) -> moved.rules().forEach(rule -> lines.addAll(lines(rule, owner, cash, amount))));
        return lines;
    }

    /** What changes hands, while the borrower owes as much as before. */
    List<Posting> handOver(Moved moved, Map<String, Long> units) {
        var amounts = new TreeMap<String, Money>();
        units.forEach(
                (owner, part) -> amounts.put(owner, Money.ofMinor(moved.amount().currency(), part)));
        return book(moved, amounts);
    }

    private String cash(Moved moved) {
        var books = moved.lender() != null
                ? moved.lender()
                : moved.bank() == null
                        ? owners.cash()
                        : owners.payers().getOrDefault(moved.bank().value(), owners.cash());
        return books.value();
    }

    /** What of an amount is whose: by how much what each has changes with the total. */
    private Map<String, Money> shared(Moved moved, String cash) {
        var owned = moved.rules().stream().filter(chart::isOwned).findFirst();
        var component = moved.component();
        if (component.isEmpty() || owned.isEmpty()) {
            return Map.of(cash, moved.amount());
        }
        var before = total(component.get());
        var way = chart.debt(owned.get());
        var after = before + way * moved.units();
        if (!moved.debtStands()) {
            totals.put(component.get(), after);
        }
        if (moved.lender() != null) {
            return Map.of(cash, moved.amount());
        }
        var amounts = new TreeMap<String, Money>();
        owners.of(component.get())
                .between(before, after)
                .forEach((owner, units) ->
                        amounts.put(owner, Money.ofMinor(moved.amount().currency(), way * units)));
        return amounts;
    }

    /** A debit and a credit, each in the books where its account is kept; between two books there is clearing. */
    private List<Posting> lines(Rule rule, String owner, String cash, Money amount) {
        var as = rule(amount.isNegative() ? rule.turned() : rule, owner);
        var books = Owners.books(owner).value();
        var debit = chart.isOwned(as.debit()) ? books : cash;
        var credit = chart.isOwned(as.credit()) ? books : cash;
        var lines = new ArrayList<Posting>();
        if (as.debit().equals(as.credit())) {
            return lines;
        }
        if (debit.equals(credit)) {
            pair(lines, debit, as, amount.abs());
        } else {
            pair(lines, debit, new Rule(as.basis(), as.debit(), Chart.CLEARING), amount.abs());
            pair(lines, credit, new Rule(as.basis(), Chart.CLEARING, as.credit()), amount.abs());
        }
        return lines;
    }

    private Rule rule(Rule rule, String owner) {
        return Owners.isClaim(owner)
                ? new Rule(rule.basis(), chart.claimed(rule.debit()), chart.claimed(rule.credit()))
                : rule;
    }

    /** In a rule of its own books, whoever owns it. */
    static List<Posting> within(BooksId books, Rule rule, Money amount) {
        var lines = new ArrayList<Posting>();
        if (!amount.isZero()) {
            pair(lines, books.value(), amount.isNegative() ? rule.turned() : rule, amount.abs());
        }
        return lines;
    }

    /** The books of others are memoranda on cash basis: what they earn and have not got they count themselves. */
    private static void pair(List<Posting> lines, String books, Rule rule, Money amount) {
        var ours = books.equals(BooksId.OWN.value());
        if (!ours && rule.basis() == Basis.ACCRUAL) {
            return;
        }
        var basis = ours ? rule.basis() : Basis.BOTH;
        lines.add(new Posting(books, basis, rule.debit(), Posting.Side.DEBIT, amount));
        lines.add(new Posting(books, basis, rule.credit(), Posting.Side.CREDIT, amount));
    }
}
