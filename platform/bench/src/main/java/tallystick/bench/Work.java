package tallystick.bench;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tallystick.kernel.Money;
import tallystick.reference.AccountCommand;
import tallystick.reference.AccountCommand.Deposit;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.AccountId;

/** Makes the commands: each opens a new account, or deposits into the next of those that are open. */
final class Work {
    private static final Money AMOUNT = Money.of("EUR", "12.50");

    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong moved = new AtomicLong();

    AccountCommand open() {
        long number = opened.incrementAndGet();
        return new OpenAccount(id(number), "Account " + number, AMOUNT);
    }

    /** Into each in turn, so that no two callers meet at one account. */
    AccountCommand depositIntoNext(long accounts) {
        long number = moved.incrementAndGet();
        return new Deposit(id(1 + number % accounts), AMOUNT, "ref-" + number);
    }

    /** Into any, so that a store much larger than a node's memory is really read. */
    AccountCommand depositIntoAny(long accounts) {
        long number = 1 + ThreadLocalRandom.current().nextLong(accounts);
        return new Deposit(id(number), AMOUNT, "ref-" + moved.incrementAndGet());
    }

    static AccountId id(long number) {
        return new AccountId("acc-%012d".formatted(number));
    }
}
