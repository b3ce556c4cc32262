package tallystick.reference;

import tallystick.kernel.Addressed;
import tallystick.kernel.Money;

/** What one may ask of an account. A reference makes a repeat harmless. */
public sealed interface AccountCommand extends Addressed {
    @Override
    AccountId target();

    record OpenAccount(AccountId target, String name, Money opening) implements AccountCommand {}

    record Deposit(AccountId target, Money amount, String reference) implements AccountCommand {}

    record Withdraw(AccountId target, Money amount, String reference) implements AccountCommand {}

    record RenameAccount(AccountId target, String name) implements AccountCommand {}
}
