package tallystick.bank.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.bank.api.ReportEvent.RepaymentReported;
import tallystick.bank.sandbox.Fault;
import tallystick.bank.sandbox.SandboxControls.Entry;
import tallystick.bank.sandbox.SandboxControls.Planned;
import tallystick.bank.spi.Amount;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/**
 * One loan's life in bad weather, all of it from one seed: a credit, a payout, collections, a refund, perhaps a
 * cancellation, customers who pay the bank; faults at any call, lost deliveries, and a process that dies between any two
 * steps. Then the weather ends, statements come, and the bank's ledger is the judge.
 */
final class Chaos {
    private static final Duration STORM = Duration.ofHours(6);
    private static final Duration CALM = Duration.ofHours(60);
    /** Longer than a run, and at another hour for each seed. */
    private static final Duration APART = Duration.ofHours(79);

    private static final long DIFFERENT = 2_000;
    private static final Duration WHILE = Duration.ofMinutes(20);
    private static final List<String> CALLS =
            List.of("RequestCredit", "PayOut", "Collect", "Refund", "Cancel", "Query", "Payment");

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final World world;
    private final long seed;
    private final SplittableRandom random;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<String> payments = new ArrayList<>();
    private boolean stormy = true;

    Chaos(World world, long seed) {
        this.world = world;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /**
     * How it ended.
     *
     * @param agreed orders of which bank and we say the same
     * @param cases orders with an open case
     */
    record End(int agreed, int cases) {}

    End run() {
        world.begin(APART.multipliedBy(seed % DIFFERENT));
        world.bank().rewrite(random.nextLong(1 << 20), faults());
        world.commands.beforeEach(this::perhapsDie);
        storm();
        calm();
        return judge();
    }

    private List<Planned> faults() {
        var planned = new ArrayList<Planned>();
        for (var call : CALLS) {
            for (var nth = 1; nth <= 6; nth++) {
                if (random.nextBoolean()) {
                    planned.add(new Planned(call, nth, FAULTS.get(random.nextInt(FAULTS.size()))));
                }
            }
        }
        return planned;
    }

    private void perhapsDie() {
        if (stormy && random.nextInt(40) == 0) {
            throw new Death();
        }
    }

    private void storm() {
        var end = world.time.instant().plus(STORM);
        var wishes = new ArrayList<>(wishes());
        while (world.time.instant().isBefore(end)) {
            if (!wishes.isEmpty() && random.nextBoolean()) {
                wishes.removeFirst().run();
            }
            world.round(() -> random.nextInt(20) == 0);
            world.time.pass(Duration.ofSeconds(1 + random.nextInt(1_200)));
        }
        wishes.forEach(Runnable::run);
    }

    private List<Runnable> wishes() {
        var loan = new LoanId("loan-" + seed);
        var wishes = new ArrayList<Runnable>();
        wishes.add(() -> order(
                "credit",
                new Order.RequestCredit(
                        new ApplicationId("app-" + seed),
                        "sandbox-cash",
                        cny(12_000),
                        Rate.of("0.12"),
                        3,
                        sealed("bankSharing"))));
        var payOut = new Order.PayOut(
                new ApplicationId("app-" + seed), loan, 1, cny(12_000), sealed("payoutAccount"), "a loan");
        wishes.add(() -> order("payout", payOut));
        if (random.nextInt(4) == 0) {
            wishes.add(() -> order("cancel", new Order.Cancel(id("payout"), cny(12_000))));
        }
        for (var month = 1; month <= 2; month++) {
            var due = LocalDate.ofInstant(world.time.instant(), World.ZONE).plusMonths(month);
            var name = "collect" + month;
            wishes.add(() -> order(name, new Order.Collect(loan, cny(4_079), due, sealed("payoutAccount"))));
            wishes.add(() -> pays(loan, name));
        }
        wishes.add(() -> order("refund", new Order.Refund(loan, cny(50), "SB-0", sealed("payoutAccount"))));
        return wishes;
    }

    private InstructionId id(String name) {
        return new InstructionId("instr-%s-%d".formatted(name, seed));
    }

    /** Whoever orders repeats it when it dies: the id is the same. */
    private void order(String name, Order order) {
        orders.put(id(name).value(), order);
        var command = new Instruct(id(name), new BankId("sandbox"), order, world.time.instant());
        while (true) {
            try {
                world.commands.sendAndWait(command);
                return;
            } catch (Death again) {
                world.comeBack();
            }
        }
    }

    private void pays(LoanId loan, String name) {
        var key = "pay-%s-%d".formatted(name, seed);
        var today = LocalDate.ofInstant(world.time.instant(), World.ZONE);
        world.bank().pay(key, loan.value(), Amount.of("CNY", "100.00"), today);
        payments.add("SB-" + key);
    }

    private void calm() {
        stormy = false;
        world.comeBack();
        world.bank().rewrite(0, List.of());
        var end = world.time.instant().plus(CALM);
        while (world.time.instant().isBefore(end)) {
            world.round(() -> false);
            world.time.pass(Duration.between(world.time.instant(), nextStep(end)));
        }
        world.statements();
    }

    /** To whatever is due next, in steps of a while, and past each midnight, when there is a statement. */
    private Instant nextStep(Instant end) {
        var now = world.time.instant();
        var midnight = LocalDate.ofInstant(now, World.ZONE)
                .plusDays(1)
                .atStartOfDay(World.ZONE)
                .toInstant();
        var next = world.next().filter(midnight::isAfter).orElse(midnight);
        if (!next.isBefore(midnight)) {
            world.time.pass(Duration.between(now, midnight));
            world.statements();
        }
        var soon = world.time.instant().plus(WHILE);
        var step = next.isAfter(soon) ? next : soon;
        return step.isAfter(end) ? end : step;
    }

    private End judge() {
        var agreed = 0;
        for (var order : orders.entrySet()) {
            var rows = world.bank().ledger(order.getKey(), Long.MAX_VALUE, 100);
            onceOnly(order.getKey(), rows);
            if (agree(order.getKey(), order.getValue(), rows)) {
                agreed++;
            } else {
                assertThat(world.openCases(order.getKey()))
                        .as(story("%s: the bank booked %s, we have %s"
                                .formatted(order.getKey(), rows, world.commands.events(order.getKey()))))
                        .isNotEmpty();
            }
        }
        for (var payment : payments) {
            var reported = world.commands.all(RepaymentReported.class).stream()
                    .filter(event -> event.bankReference().equals(payment))
                    .toList();
            assertThat(reported).as(story("payment " + payment)).hasSize(1);
        }
        return new End(agreed, orders.size() - agreed);
    }

    private void onceOnly(String id, List<Entry> rows) {
        var types = rows.stream().map(Entry::type).toList();
        assertThat(types).as(story("what the bank booked for " + id)).doesNotHaveDuplicates();
    }

    /** Whether the last word we have and what really moved are the same. */
    private boolean agree(String id, Order order, List<Entry> rows) {
        var moved = rows.stream()
                .map(row -> row.type().equals("RETURN")
                        ? row.amount().value().negate()
                        : row.amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var events = world.commands.events(id);
        var last = events.reversed().stream()
                .filter(event -> event instanceof InstructionConfirmed
                        || event instanceof InstructionRejected
                        || event instanceof InstructionReturned)
                .findFirst()
                .orElse(null);
        return switch (last) {
            case InstructionConfirmed confirmed ->
                !movesMoney(order) || moved.compareTo(confirmed.amount().amount()) == 0;
            case InstructionRejected _, InstructionReturned _ -> moved.signum() == 0;
            case null, default -> false;
        };
    }

    private static boolean movesMoney(Order order) {
        return order instanceof Order.PayOut || order instanceof Order.Collect || order instanceof Order.Refund;
    }

    private String story(String what) {
        return "Seed %d: %s. Replay it: -Dtallystick.chaos.first=%d -Dtallystick.chaos.seeds=1"
                .formatted(seed, what, seed);
    }

    private Sealed sealed(String field) {
        return world.sealing.seal("party-1", Sealed.Purpose.IDENTITY, field, World.PAYEE);
    }

    private static Money cny(long amount) {
        return Money.of("CNY", Objects.toString(amount) + ".00");
    }
}
