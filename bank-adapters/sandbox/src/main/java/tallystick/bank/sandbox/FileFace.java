package tallystick.bank.sandbox;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tallystick.bank.sandbox.FileOrders.Read;
import tallystick.bank.sandbox.FileOrders.Unfit;

/**
 * The bank's letter box: takes payment files out of one folder and puts statuses, notices of returns and the statement of
 * each day into another. The same bank as at the counter, with the same ledger and the same script: a fault on
 * {@code PayOut} or {@code Collect} befalls a payment, one on {@code File}, {@code Answer} or {@code Statement} the file.
 */
final class FileFace implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FileFace.class.getName());
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int MOST_BYTES = 256 << 20;

    private final Path in;
    private final FileAnswers answers;
    private final FileStatements statements;
    private final FileDesk desk;
    private final Thread rounds;
    private volatile boolean open = true;

    private FileFace(Path in, FileDesk desk, FileAnswers answers, FileStatements statements) {
        this.in = in;
        this.desk = desk;
        this.answers = answers;
        this.statements = statements;
        this.rounds = Thread.ofVirtual().name("sandbox-files").unstarted(this::rounds);
    }

    static FileFace open(
            Map<String, String> settings, Database database, InstantSource clock, ZoneId zone, Duration delay) {
        var in = folder(settings, "files.in");
        var box = new FileBox(folder(settings, "files.out"), new Script(database, clock));
        var bank = new SandboxBank(database, clock, zone, delay);
        var script = new Script(database, clock);
        var account = SandboxFactory.required(settings, "files.account");
        var face = new FileFace(
                in,
                new FileDesk(database, bank, script, clock),
                new FileAnswers(database, box, account, clock),
                new FileStatements(
                        database, box, account, settings.getOrDefault("files.currency", "CNY"), clock, zone));
        face.rounds.start();
        return face;
    }

    private static Path folder(Map<String, String> settings, String name) {
        try {
            return Files.createDirectories(Path.of(SandboxFactory.required(settings, name)));
        } catch (IOException cannot) {
            throw new IllegalArgumentException("%s: expected a folder; it cannot be made.".formatted(name), cannot);
        }
    }

    private void rounds() {
        while (open) {
            try {
                take();
                answers.write();
                statements.write();
                Thread.sleep(LOOK);
            } catch (IOException | RuntimeException failed) {
                LOG.log(Level.WARNING, "The sandbox bank's letter box failed, and is looked after again.", failed);
                pause();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopping) {
            open = false;
        }
    }

    private void take() throws IOException {
        List<Path> names;
        try (var files = Files.list(in)) {
            names = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        for (var file : names) {
            take(file);
        }
    }

    private void take(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (Files.size(file) <= MOST_BYTES) {
            read(name, Files.readAllBytes(file)).ifPresent(read -> desk.take(name, read, answers));
        }
        var taken = Files.createDirectories(in.resolve("taken"));
        // A name that comes twice is a file sent twice: nothing hides it.
        var as = Files.exists(taken.resolve(name)) ? System.nanoTime() + "-" + name : name;
        Files.move(file, taken.resolve(as), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<Read> read(String name, byte[] content) {
        try {
            return Optional.of(FileOrders.read(content));
        } catch (Unfit unfit) {
            LOG.log(Level.WARNING, "The sandbox bank cannot read {0}: {1}", name, unfit.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        open = false;
        rounds.interrupt();
        try {
            rounds.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
