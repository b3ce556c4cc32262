package tallystick.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.reference.AccountEvent.AccountOpened;
import tallystick.reference.AccountEvent.AccountRenamed;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.store.Claim;

/** Connects accounts to the machine. The name of an account is unique. */
public final class Accounts implements Decider<AccountCommand, AccountEvent, Account> {
    /** The kind of claim that keeps names unique. */
    public static final String NAME = "account-name";

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Class<AccountCommand> commands() {
        return AccountCommand.class;
    }

    @Override
    public Class<AccountEvent> events() {
        return AccountEvent.class;
    }

    @Override
    public Class<Account> states() {
        return Account.class;
    }

    @Override
    public List<AccountEvent> decide(AccountCommand command, @Nullable Account account) {
        return Account.decide(command, account);
    }

    @Override
    public Account after(@Nullable Account account, AccountEvent event) {
        return Account.after(account, event);
    }

    @Override
    public List<Claim> claims(AccountEvent event) {
        return switch (event) {
            case AccountOpened e ->
                List.of(Claim.take(NAME, e.name(), e.account().value()));
            case AccountRenamed e ->
                List.of(
                        Claim.give(NAME, e.before(), e.account().value()),
                        Claim.take(NAME, e.name(), e.account().value()));
            default -> List.of();
        };
    }
}
