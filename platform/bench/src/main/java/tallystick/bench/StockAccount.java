package tallystick.bench;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import tallystick.reference.Account;
import tallystick.reference.AccountCommand.Deposit;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.AccountEvent;
import tallystick.reference.Accounts;

/** The reference account as a stock aggregate: the same pure decisions behind Axon's own routing. */
public final class StockAccount {
    private static final Accounts ACCOUNTS = new Accounts();

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable Account account;

    /** For Axon, which fills it from events. */
    StockAccount() {}

    @CommandHandler
    StockAccount(OpenAccount command) {
        ACCOUNTS.decide(command, null).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(Deposit command) {
        ACCOUNTS.decide(command, account).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        id = event.account().value();
        account = ACCOUNTS.after(account, event);
    }

    @Override
    public String toString() {
        return String.valueOf(id);
    }
}
