package tallystick.loan.books;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.books.PostingRules.Rule;
import tallystick.loan.shares.Component;

/**
 * An amount on its way into the books: what moved, and by which rules.
 *
 * @param name of the part; what is no component of a debt is not shared
 * @param lender whose it is alone, and through whose account it went; null where all owners have their shares
 * @param bank through whose account it went out, where lenders pay by themselves; null for any other
 * @param debtStands whether the borrower owes as much as before
 */
record Moved(
        String name,
        Money amount,
        List<Rule> rules,
        @Nullable BooksId lender,
        @Nullable BankId bank,
        boolean debtStands) {
    static Moved shared(String name, Money amount, List<Rule> rules) {
        return new Moved(name, amount, rules, null, null, false);
    }

    Moved by(@Nullable BooksId alone) {
        return new Moved(name, amount, rules, alone, bank, debtStands);
    }

    Moved through(BankId account) {
        return new Moved(name, amount, rules, lender, account, debtStands);
    }

    Moved debtStanding() {
        return new Moved(name, amount, rules, lender, bank, true);
    }

    Optional<Component> component() {
        return Component.named(name);
    }

    long units() {
        return amount.minorUnits().longValueExact();
    }
}
