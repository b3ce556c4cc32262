package tallystick.bank.iso20022;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.SubmitAnswer;
import tallystick.bank.testkit.TestBank;
import tallystick.bank.testkit.Treatment;
import tallystick.runtime.testing.TestDatabase;

/** A bank of two folders, the adapter in front of it, and the gateway behind: all in the hands of a test. */
final class FileBank implements TestBank, BankHost {
    static final String PAYEE = "6222020200112233446";
    static final String ACCOUNT = "110107001234";
    private static final String SECRET = secret("a key for the ledger of files...");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final CallContext IN_TIME = new CallContext(1, Duration.ofSeconds(15));
    private static final Pattern END_TO_END = Pattern.compile("<EndToEndId>([^<]+)</EndToEndId>");

    private final String name = "iso-" + COUNTER.incrementAndGet();
    private final Path folder;
    private final Map<String, RawInbound> delivered = new LinkedHashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private IsoAdapter adapter;
    private boolean listens = true;
    /** Called before and after each message. */
    Runnable atTheGateway = () -> {};

    Instant now = Instant.parse("2026-01-05T02:03:04Z");

    private FileBank(Path folder, Map<String, String> others) {
        this.folder = folder;
        var database = Shared.DATABASE.address();
        settings.putAll(Map.of(
                "out", out().toString(),
                "in", in().toString(),
                "owner", "Tallystick Lending",
                "account", ACCOUNT,
                "currency", "CNY",
                "bic", "SANDCNBJ",
                "zone", "Asia/Shanghai",
                "batch.every", "PT0S",
                "secret", SECRET));
        settings.put("database.url", database.url());
        settings.put("database.user", database.user());
        settings.put("database.password", database.password());
        settings.putAll(others);
        adapter = IsoFactory.made(settings, this, one -> one);
    }

    /** One database for all banks: each has a schema of its own. */
    private static final class Shared {
        static final TestDatabase DATABASE = TestDatabase.empty();
    }

    static FileBank of(String... others) {
        return at(temporary(), others);
    }

    /** A bank whose folders lie there. */
    static FileBank at(Path folder, String... others) {
        var settings = new HashMap<String, String>();
        for (var i = 0; i < others.length; i += 2) {
            settings.put(others[i], others[i + 1]);
        }
        return new FileBank(folder, settings);
    }

    private static String secret(String key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("iso");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Path out() {
        return folder.resolve("out");
    }

    Path in() {
        return folder.resolve("in");
    }

    /** The node stops, and another one begins. */
    IsoAdapter restart(Function<Folder, Folder> through) {
        adapter.close();
        adapter = IsoFactory.made(settings, this, through);
        return adapter;
    }

    void listens(boolean yes) {
        listens = yes;
    }

    /** Twice, since a file is taken when it has not changed between two looks. */
    FileBank rounds() {
        try {
            adapter.round();
            adapter.round();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    SubmitAnswer submit(Instruction instruction) {
        return adapter.submit(instruction, IN_TIME);
    }

    static Instruction payOut(String id, String amount) {
        return new Instruction.PayOut(id, "loan-1", Amount.of("CNY", amount), new Confidential(PAYEE), "CUSTOMER");
    }

    void put(String name, String content) {
        try {
            Files.writeString(in().resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What lies in a folder, by name. */
    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every payment that lies in a folder, as often as it does. */
    static List<String> payments(Path folder) {
        return files(folder, ".xml").stream()
                .flatMap(file -> END_TO_END.matcher(read(file)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** The message id of the only file that left. */
    String sentId() {
        return files(out(), ".xml").getFirst().getFileName().toString().replaceAll("^pain.00..001...-|\\.xml$", "");
    }

    /** What the gateway was told, each message once. */
    List<BankFact> facts() {
        var facts = new ArrayList<BankFact>();
        for (var message : delivered.values()) {
            if (adapter.receive(message) instanceof InboundResult.Verified verified) {
                facts.addAll(verified.facts());
            }
        }
        return facts;
    }

    int messages() {
        return delivered.size();
    }

    @Override
    public boolean deliver(RawInbound message) {
        atTheGateway.run();
        if (listens) {
            delivered.putIfAbsent(message.header("iso-id").orElseThrow(), message);
        }
        atTheGateway.run();
        return listens;
    }

    @Override
    public IsoAdapter adapter() {
        return adapter;
    }

    /** However the bank treats a file: nobody waits for it while an order is taken. */
    @Override
    public void treatsNext(Treatment treatment) {}

    @Override
    public int done(String instruction) {
        rounds();
        return (int) payments(out()).stream()
                .filter(Names.endToEnd(instruction)::equals)
                .count();
    }

    @Override
    public List<String> secrets() {
        return List.of(SECRET, SECRET.substring(6));
    }

    @Override
    public List<RawInbound> confirmations(String instruction, Amount amount, Instant at, Signing signing) {
        var fact = new BankFact.Confirmed(
                instruction, Operation.PAY_OUT, "B-1", null, amount, null, java.time.LocalDate.of(2026, 1, 5), null);
        var id = Names.sha256(instruction.getBytes(StandardCharsets.UTF_8)).substring(0, 40) + ".0";
        var seal = Seal.of(signing == Signing.RIGHT ? SECRET : secret("a key of somebody else entirely."));
        return List.of(Letter.write(seal, id, List.of(Fact.write(fact)), at));
    }

    @Override
    public String bank() {
        return name;
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public Optional<URI> callbackAddress(String channel) {
        return Optional.empty();
    }

    @Override
    public void close() {
        adapter.close();
    }
}
