package tallystick.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.sealing.Sealing;

/**
 * What everybody else notices of a bank that is ill: one that answers a byte a second, one that cannot be connected to,
 * one that answers 500 and nothing else; each with as many orders before it as it likes. Reads, and payouts through another
 * bank, are timed before and meanwhile.
 */
final class SlowBank implements Measurement {
    private static final String KEY = "whsec_"
            + Base64.getEncoder().encodeToString("a key for the bench, 32 bytes long".getBytes(StandardCharsets.UTF_8));
    private static final List<String> PATHS = List.of("/instructions?limit=20", "/banks", "/breaks?limit=20");
    private static final int CALLERS = 32;

    private final AtomicInteger number = new AtomicInteger();

    @Override
    public void run(Options options, Report report) throws Exception {
        var ill = new ArrayList<IllBank>();
        for (var illness : IllBank.Illness.values()) {
            ill.add(IllBank.open(illness));
        }
        var settings = new ArrayList<>(List.of("--tallystick.banks.sandbox.adapter=sandbox"));
        ill.forEach(bank -> settings.addAll(bank.settings(KEY)));
        try (var platform = WholePlatform.start("slow-bank", settings.toArray(String[]::new))) {
            var reads = new Reads(platform, options);
            reads.warmUp();
            for (var round = 0; round < options.number("rounds", 3); round++) {
                var well = reads.p99(report, "all banks well");
                for (var bank : ill) {
                    order(platform, bank.name(), options.number("orders", 1_000))
                            .known(platform);
                    var meanwhile = reads.p99(report, bank.name());
                    report.add(bank.name() + " / all well, p99", "x", meanwhile / well);
                    var paid = order(platform, "sandbox", 50);
                    report.add("50 payouts elsewhere meanwhile: " + bank.name(), "s", paid.seconds(platform));
                }
            }
        } finally {
            ill.forEach(IllBank::close);
        }
    }

    /** Orders of one batch. */
    private record Ordered(List<String> ids, long since) {
        /** Waits until they stand before the bank: taking orders in is not what is timed. */
        void known(WholePlatform platform) throws InterruptedException {
            until(platform, "state is not null");
        }

        double seconds(WholePlatform platform) throws InterruptedException {
            until(platform, "state = 'CONFIRMED'");
            return (System.nanoTime() - since) / 1e9;
        }

        private void until(WholePlatform platform, String condition) throws InterruptedException {
            var count = platform.bean(JdbcClient.class)
                    .sql("select count(*) from bank.instructions_v1 where id in (:ids) and " + condition)
                    .param("ids", ids)
                    .query(Integer.class);
            while (count.single() < ids.size()) {
                Thread.sleep(20);
            }
        }
    }

    private Ordered order(WholePlatform platform, String bank, int many) {
        var account = platform.bean(Sealing.class)
                .seal("party-bench", Sealed.Purpose.IDENTITY, "payoutAccount", "6222020200112233446");
        var orders = IntStream.range(0, many)
                .mapToObj(_ -> instruct(bank, number.incrementAndGet(), account, platform))
                .toList();
        var since = System.nanoTime();
        platform.bean(Commands.class).decideMany(orders, Origin.of("bench"));
        return new Ordered(orders.stream().map(order -> order.target().value()).toList(), since);
    }

    private static Instruct instruct(String bank, int nr, Sealed account, WholePlatform platform) {
        var order = new Order.PayOut(
                new ApplicationId("app-s" + nr),
                new LoanId("loan-s" + nr),
                1,
                Money.of("CNY", "12000.00"),
                account,
                "a loan");
        return new Instruct(
                new InstructionId("instr-s" + nr),
                new BankId(bank),
                order,
                platform.bean(Clock.class).instant());
    }

    /** Reads at a steady rate, timed from when each was due. */
    private static final class Reads {
        private final Asker asker;
        private final Options options;
        private final AtomicInteger next = new AtomicInteger();

        Reads(WholePlatform platform, Options options) throws IOException, InterruptedException {
            this.asker = platform.asker();
            this.options = options;
        }

        void warmUp() throws InterruptedException {
            Schedule.at(options.number("rate", 100), CALLERS, options.seconds(10), this::read);
        }

        double p99(Report report, String when) throws InterruptedException {
            var times = Schedule.at(options.number("rate", 100), CALLERS, options.seconds(10), this::read);
            times.into(report, "reads, " + when);
            return times.millis(99);
        }

        private void read() {
            try {
                asker.millis(PATHS.get(Math.floorMod(next.getAndIncrement(), PATHS.size())));
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
