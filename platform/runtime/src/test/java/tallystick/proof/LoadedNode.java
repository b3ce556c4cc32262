package tallystick.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tallystick.kernel.Addressed;
import tallystick.kernel.Money;
import tallystick.kernel.Refused;
import tallystick.reference.AccountCommand.Deposit;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.AccountId;
import tallystick.reference.ReferenceApplication;
import tallystick.reference.TransferCommand.ConfirmTransfer;
import tallystick.reference.TransferCommand.RequestTransfer;
import tallystick.reference.TransferId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;

/**
 * A node under load, until somebody kills it. It says {@code ack <reference>} only after a command was answered, so
 * whatever it said must be there for ever.
 */
public final class LoadedNode {
    private static final int ACCOUNTS = 20;
    private static final int CALLERS = 8;

    private final Commands commands;
    private final String name;

    private LoadedNode(Commands commands, String name) {
        this.commands = commands;
        this.name = name;
    }

    /** Name and seed of this load, then the settings of the node. */
    public static void main(String... arguments) throws InterruptedException {
        var settings = Arrays.copyOfRange(arguments, 2, arguments.length);
        var context = new SpringApplicationBuilder(ReferenceApplication.class).run(settings);
        new LoadedNode(context.getBean(Commands.class), arguments[0]).work(Long.parseLong(arguments[1]));
    }

    private void work(long seed) throws InterruptedException {
        IntStream.range(0, ACCOUNTS)
                .forEach(n -> acknowledged(
                        new OpenAccount(account(n), name + "-" + n, Money.parse("CNY 1000.00")), account(n) + "/0"));
        var callers = IntStream.range(0, CALLERS)
                .mapToObj(n -> Thread.startVirtualThread(() -> call(n, new Random(seed + n))))
                .toList();
        for (var caller : callers) {
            caller.join();
        }
    }

    private AccountId account(int number) {
        return new AccountId("account-" + name + "-" + number);
    }

    private void call(int caller, Random random) {
        for (int n = 0; ; n++) {
            try {
                if (random.nextInt(3) == 0) {
                    transfer(new TransferId("transfer-%s-%d-%d".formatted(name, caller, n)), random);
                } else {
                    var reference = "deposit-%s-%d-%d".formatted(name, caller, n);
                    acknowledged(
                            new Deposit(account(random.nextInt(ACCOUNTS)), Money.parse("CNY 1.00"), reference),
                            reference);
                }
            } catch (RuntimeException e) {
                System.out.println("fault " + e);
            }
        }
    }

    private void transfer(TransferId id, Random random) {
        var from = account(random.nextInt(ACCOUNTS));
        var to = account(random.nextInt(ACCOUNTS));
        acknowledged(
                new RequestTransfer(
                        id, from, to, Money.parse("CNY 7.00"), Instant.now().plus(Duration.ofHours(1))),
                id.value());
        if (random.nextBoolean()) {
            confirm(id);
        }
    }

    /** Tries for a while: the transfer is held as soon as its saga has taken the money out. */
    private void confirm(TransferId id) {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                acknowledged(new ConfirmTransfer(id), id.value() + "/confirmed");
                return;
            } catch (Refused notYet) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private void acknowledged(Addressed command, String reference) {
        commands.send(command, Origin.of("load"));
        System.out.println("ack " + reference);
    }
}
