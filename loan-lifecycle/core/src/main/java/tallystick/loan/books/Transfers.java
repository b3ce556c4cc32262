package tallystick.loan.books;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tallystick.bank.api.Order;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.GuaranteeVoided;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.ShareSold;
import tallystick.loan.shares.Bands.Section;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/** What changes hands between owners of a loan: shares that are sold, and debts that a guarantor pays. */
final class Transfers {
    private final PostingRules rules;

    Transfers(PostingRules rules) {
        this.rules = rules;
    }

    /** Each owner has what its share of the principal is now, and the accrued interest of it; the rest is the sale's result. */
    List<Posting> sold(ShareSold sale, LoanShares shares) {
        var before = shares.owners();
        var after = before.sold(sale.seller(), sale.buyer(), sale.share(), shares.totals());
        var lines = new ArrayList<Posting>();
        changed(before, after, shares)
                .forEach((owner, units) -> book(lines, "ShareSold", "principal", owner, units, sale.price()));
        accrued(before, after, shares, sale)
                .forEach((owner, units) -> book(lines, "ShareSold", "interest", owner, units, sale.price()));
        var price = sale.price().minorUnits().longValueExact();
        book(lines, "ShareSold", "price", sale.seller().value(), price, sale.price());
        book(lines, "ShareSold", "price", sale.buyer().value(), -price, sale.price());
        shares.owners(after);
        return lines;
    }

    private static Map<String, Long> changed(Owners before, Owners after, LoanShares shares) {
        var total = shares.total(Component.PRINCIPAL);
        return difference(
                before.of(Component.PRINCIPAL).of(total),
                after.of(Component.PRINCIPAL).of(total));
    }

    /** Of what was earned and not paid yet. */
    private static Map<String, Long> accrued(Owners before, Owners after, LoanShares shares, ShareSold sale) {
        var paid = Math.abs(shares.total(Component.INTEREST));
        var earned = Math.max(paid, sale.earned().minorUnits().longValueExact());
        return difference(
                before.of(Component.INTEREST).between(paid, earned),
                after.of(Component.INTEREST).between(paid, earned));
    }

    private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        var changed = new TreeMap<>(after);
        before.forEach((owner, units) -> changed.merge(owner, -units, Long::sum));
        changed.values().removeIf(units -> units == 0);
        return changed;
    }

    private void book(List<Posting> lines, String event, String part, String owner, long units, Money like) {
        var amount = Money.ofMinor(like.currency(), units);
        for (var rule : rules.of(event, part, "")) {
            lines.addAll(LoanShares.within(new BooksId(owner), rule, amount));
        }
    }

    /** The lenders have their money as if the borrower had paid; the guarantor has a claim, and gets the next that comes. */
    List<Posting> guaranteed(GuaranteePaid paid, LoanShares shares, String when) {
        var parts = parts(paid.parts());
        var owners = shares.owners();
        var sections = owners.next(units(parts), shares.totals());
        var lines = new ArrayList<Posting>();
        parts.forEach((component, amount) -> {
            var name = component.part();
            var moved = Moved.shared(name, amount, rules.of("GuaranteePaid", name, when));
            lines.addAll(
                    shares.handOver(moved, owners.of(component).in(Objects.requireNonNull(sections.get(component)))));
        });
        var whole = parts.values().stream().reduce(Money::plus).orElseThrow();
        lines.addAll(within(paid.guarantor(), "GuaranteePaid", "claim", whole));
        shares.owners(owners.given(sections, Owners.claim(paid.guarantor(), paid.claim())));
        return lines;
    }

    /** What is left of the claim is the lenders' again; what the borrower paid of it the guarantor owes them. */
    List<Posting> voided(GuaranteeVoided gone, LoanShares shares, String when) {
        var before = shares.owners();
        var had = before.claimed(gone.guarantor(), gone.claim(), units(parts(gone.parts())));
        var after = before.givenBack(had);
        shares.owners(after);
        var lines = new ArrayList<Posting>();
        var left = gone.parts().credit();
        for (var part : parts(gone.parts()).entrySet()) {
            var component = part.getKey();
            var total = Math.abs(shares.total(component));
            var sections = Owners.left(component, had.getOrDefault(component, List.of()), total);
            var moved = Moved.shared(
                    component.part(), part.getValue(), rules.of("TransactionReversed", component.part(), when));
            lines.addAll(shares.handOver(moved, after.of(component).in(sections)));
            var units = sections.stream().mapToLong(Section::units).sum();
            left = left.plus(Money.ofMinor(left.currency(), units));
        }
        var paid = parts(gone.parts()).values().stream()
                .reduce(Money::plus)
                .orElseThrow()
                .minus(left);
        lines.addAll(within(gone.guarantor(), "GuaranteeVoided", "claim", left));
        lines.addAll(within(gone.guarantor(), "GuaranteeVoided", "paid", paid));
        lines.addAll(within(before.cash(), "GuaranteeVoided", "owed", paid));
        return lines;
    }

    private List<Posting> within(BooksId books, String event, String part, Money amount) {
        return rules.of(event, part, "").stream()
                .flatMap(rule -> LoanShares.within(books, rule, amount).stream())
                .toList();
    }

    /** The guarantor's money is on the account of the one with the cash, and not on its own any more. */
    List<Posting> arrived(Moved moved, Order.GuaranteePayment order, String when, LoanShares shares) {
        var lines = new ArrayList<>(shares.book(moved));
        if (order.guarantor() != null) {
            for (var rule : rules.of("InstructionReconciled", "claim", when)) {
                lines.addAll(LoanShares.within(new BooksId(order.guarantor()), rule, moved.amount()));
            }
        }
        return lines;
    }

    /** What we paid the seller has. */
    static List<Posting> price(Moved moved, BankId seller) {
        var lines = new ArrayList<Posting>();
        for (var rule : moved.rules()) {
            lines.addAll(LoanShares.within(BooksId.OWN, rule, moved.amount()));
            lines.addAll(LoanShares.within(
                    BooksId.of(seller.value()), rule, moved.amount().negate()));
        }
        return lines;
    }

    /** Those that are not zero. */
    private static Map<Component, Money> parts(Parts all) {
        var parts = new EnumMap<Component, Money>(Component.class);
        parts.put(Component.PRINCIPAL, all.principal());
        parts.put(Component.INTEREST, all.interest());
        parts.put(Component.FEES, all.fees());
        parts.put(Component.PENALTIES, all.penalties());
        parts.values().removeIf(Money::isZero);
        return parts;
    }

    private static Map<Component, Long> units(Map<Component, Money> parts) {
        var units = new EnumMap<Component, Long>(Component.class);
        parts.forEach(
                (component, amount) -> units.put(component, amount.minorUnits().longValueExact()));
        return units;
    }
}
