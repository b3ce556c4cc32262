package tallystick.loan.books;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tallystick.loan.books.ChartFile.Account;
import tallystick.loan.books.ChartFile.Place;
import tallystick.loan.books.PostingRules.Rule;

/** What the accounts are, for posting to them. */
final class Chart {
    /** Where owners of one loan owe each other what one of them holds. */
    static final String CLEARING = "1800-clearing";

    /** The principal that is left. */
    static final String LOANS = "1100-loans";

    private static final String LOSSES = "5100-credit-losses";

    private final Map<String, Account> accounts =
            ChartFile.accounts().collect(Collectors.toMap(Account::account, Function.identity()));

    boolean isOwned(String account) {
        return of(account).place() == Place.OWNER;
    }

    boolean isOwned(Rule rule) {
        return isOwned(rule.debit()) || isOwned(rule.credit());
    }

    /** Where principal stands that is lent, or whose loss was recognised. */
    static boolean isPrincipal(String account) {
        return account.equals(LOANS) || account.equals(LOSSES);
    }

    /** Whether an amount by this rule makes what the borrower owes more, or less. */
    int debt(Rule rule) {
        return isDebt(rule.debit()) && !isDebt(rule.credit()) ? 1 : -1;
    }

    private boolean isDebt(String account) {
        return !of(account).claimed().isEmpty();
    }

    String claimed(String account) {
        var instead = of(account).claimed();
        return instead.isEmpty() ? account : instead;
    }

    private Account of(String account) {
        return Objects.requireNonNull(accounts.get(account), account);
    }
}
