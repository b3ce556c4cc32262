package tallystick.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.sealing.Sealing;
import tallystick.server.TallystickServer;

/**
 * How many payouts a minute leave in ISO 20022 files: from the command that orders the first to the file, under its last
 * name and on the disk, that holds the last. Everything in one process, on a durable embedded database.
 */
final class FileRate implements Measurement {
    private static final Pattern PAYMENT = Pattern.compile("<EndToEndId>");

    @Override
    public void run(Options options, Report report) throws Exception {
        var folder = Files.createTempDirectory("files");
        try (var platform = new SpringApplicationBuilder(TallystickServer.class).run(settings(folder))) {
            var many = options.number("payouts", 10_000);
            var out = folder.resolve("out");
            report.condition("payouts", "" + many);
            var counted = new HashMap<Path, Integer>();
            for (var round = 0; round < options.number("rounds", 5); round++) {
                var start = System.nanoTime();
                order(platform, round, many, options.number("callers", 64));
                await(out, counted, (round + 1) * many);
                var minutes = (System.nanoTime() - start) / 60e9;
                report.add("payouts in files", "/min", many / minutes);
            }
            report.condition("files", "" + counted.size());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    static String[] settings(Path folder) {
        var bank = "--tallystick.banks.files.";
        return List.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--tallystick.data-dir=" + folder.resolve("data"),
                        "--logging.level.root=error",
                        bank + "adapter=iso20022",
                        bank + "out=" + folder.resolve("out"),
                        bank + "in=" + folder.resolve("in"),
                        bank + "owner=Tallystick Lending",
                        bank + "account=110107001234",
                        bank + "currency=CNY",
                        bank + "bic=SANDCNBJ",
                        bank + "batch.every=PT5S",
                        bank + "secret=whsec_" + Base64.getEncoder().encodeToString(new byte[32]))
                .toArray(String[]::new);
    }

    static void order(ConfigurableApplicationContext platform, int round, int many, int callers) throws Exception {
        var commands = platform.getBean(Commands.class);
        var account = platform.getBean(Sealing.class)
                .seal("party-bench", Sealed.Purpose.IDENTITY, "payoutAccount", "6222020200112233446");
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var ordered = new ArrayList<Future<?>>();
            for (var i = 0; i < many; i++) {
                var instruct = payout("%d-%d".formatted(round, i), account);
                ordered.add(threads.submit(() -> commands.sendAndWait(instruct)));
            }
            for (var each : ordered) {
                each.get();
            }
        }
    }

    private static Instruct payout(String name, Sealed account) {
        var order = new Order.PayOut(
                new ApplicationId("app-" + name),
                new LoanId("loan-" + name),
                1,
                Money.of("CNY", "12000.00"),
                account,
                "CUSTOMER");
        return new Instruct(new InstructionId("instr-" + name), new BankId("files"), order, Instant.now());
    }

    /** A file under its last name is whole and stays as it is, so each is counted once. */
    static void await(Path out, Map<Path, Integer> counted, int many) throws IOException, InterruptedException {
        while (sum(counted) < many) {
            Thread.sleep(200);
            for (var file : files(out)) {
                counted.computeIfAbsent(file, FileRate::payments);
            }
        }
    }

    private static int sum(Map<Path, Integer> counted) {
        return counted.values().stream().mapToInt(Integer::intValue).sum();
    }

    static List<Path> files(Path out) throws IOException {
        try (var files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
    }

    private static int payments(Path file) {
        try {
            return (int) PAYMENT.matcher(Files.readString(file)).results().count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
