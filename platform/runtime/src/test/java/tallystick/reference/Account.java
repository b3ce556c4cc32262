package tallystick.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.reference.AccountCommand.Deposit;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.AccountCommand.RenameAccount;
import tallystick.reference.AccountCommand.Withdraw;
import tallystick.reference.AccountEvent.AccountOpened;
import tallystick.reference.AccountEvent.AccountRenamed;
import tallystick.reference.AccountEvent.Deposited;
import tallystick.reference.AccountEvent.Withdrawn;

/**
 * An account: a name that nobody else has, and a balance that is never negative.
 *
 * @param recent references of the last movements, so that a repeated command does nothing
 */
public record Account(AccountId id, String name, Money balance, List<String> recent) {
    private static final int REMEMBERED = 64;

    static List<AccountEvent> decide(AccountCommand command, @Nullable Account account) {
        return switch (command) {
            case OpenAccount open ->
                account == null ? List.of(new AccountOpened(open.target(), open.name(), open.opening())) : List.of();
            case Deposit deposit -> existing(deposit, account).deposit(deposit);
            case Withdraw withdraw -> existing(withdraw, account).withdraw(withdraw);
            case RenameAccount rename -> existing(rename, account).rename(rename);
        };
    }

    private static Account existing(AccountCommand command, @Nullable Account account) {
        if (account == null) {
            throw Refusal.of(
                            "account-unknown",
                            "No such account",
                            "Expected an open account %s; found none. Open it first.".formatted(command.target()))
                    .asException();
        }
        return account;
    }

    private List<AccountEvent> deposit(Deposit command) {
        return recent.contains(command.reference())
                ? List.of()
                : List.of(new Deposited(id, command.amount(), command.reference()));
    }

    private List<AccountEvent> withdraw(Withdraw command) {
        if (recent.contains(command.reference())) {
            return List.of();
        }
        if (balance.compareTo(command.amount()) < 0) {
            throw new Refusal(
                            "balance-too-low",
                            "The balance is too low",
                            "Account %s has %s; a withdrawal of %s is too much. Withdraw less, or deposit first."
                                    .formatted(id, balance, command.amount()),
                            Map.of(
                                    "balance",
                                    balance.toString(),
                                    "amount",
                                    command.amount().toString()))
                    .asException();
        }
        return List.of(new Withdrawn(id, command.amount(), command.reference()));
    }

    private List<AccountEvent> rename(RenameAccount command) {
        return name.equals(command.name()) ? List.of() : List.of(new AccountRenamed(id, name, command.name()));
    }

    static Account after(@Nullable Account before, AccountEvent event) {
        if (event instanceof AccountOpened(var id, var name, var opening)) {
            return new Account(id, name, opening, List.of());
        }
        if (before == null) {
            throw new IllegalStateException("An account begins with AccountOpened; found " + event + ".");
        }
        return switch (event) {
            case AccountOpened _ -> before;
            case Deposited e -> before.moved(before.balance.plus(e.amount()), e.reference());
            case Withdrawn e -> before.moved(before.balance.minus(e.amount()), e.reference());
            case AccountRenamed e -> new Account(before.id, e.name(), before.balance, before.recent);
        };
    }

    private Account moved(Money balance, String reference) {
        var references = new ArrayList<>(recent);
        references.add(reference);
        return new Account(
                id, name, balance, references.subList(Math.max(0, references.size() - REMEMBERED), references.size()));
    }
}
