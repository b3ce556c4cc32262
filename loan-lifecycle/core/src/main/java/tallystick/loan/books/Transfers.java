package tallystick.loan.books;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tallystick.bank.api.Order;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.ShareSold;
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
        var lines = new ArrayList<Posting>();
        var units = new EnumMap<Component, Long>(Component.class);
        parts(paid).forEach((component, amount) -> {
            if (!amount.isZero()) {
                units.put(component, amount.minorUnits().longValueExact());
                var name = component.part();
                lines.addAll(shares.book(Moved.shared(name, amount, rules.of("GuaranteePaid", name, when))
                        .debtStanding()));
            }
        });
        var whole = parts(paid).values().stream().reduce(Money::plus).orElseThrow();
        for (var rule : rules.of("GuaranteePaid", "claim", "")) {
            lines.addAll(LoanShares.within(paid.guarantor(), rule, whole));
        }
        shares.owners(shares.owners().claimed(paid.guarantor(), units, shares.totals()));
        return lines;
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

    private static Map<Component, Money> parts(GuaranteePaid paid) {
        var parts = new LinkedHashMap<Component, Money>();
        parts.put(Component.PRINCIPAL, paid.parts().principal());
        parts.put(Component.INTEREST, paid.parts().interest());
        parts.put(Component.FEES, paid.parts().fees());
        parts.put(Component.PENALTIES, paid.parts().penalties());
        return parts;
    }
}
