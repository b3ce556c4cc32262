package tallystick.reference;

import tallystick.kernel.Money;

/** Everything that can happen to an account. */
public sealed interface AccountEvent {
    AccountId account();

    record AccountOpened(AccountId account, String name, Money opening) implements AccountEvent {}

    record Deposited(AccountId account, Money amount, String reference) implements AccountEvent {}

    record Withdrawn(AccountId account, Money amount, String reference) implements AccountEvent {}

    record AccountRenamed(AccountId account, String before, String name) implements AccountEvent {}
}
