package tallystick.bank.iso20022;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallystick.bank.iso20022.Incoming.Kept;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.Probe;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/**
 * A bank that takes files. An order is held in the ledger until a file takes it along; what the bank says of it comes in
 * files, too, and is handed to the gateway's inbox. Asked for an order, it says what those files have said: nothing is
 * known of an order that the ledger has not, since no order reaches the bank but through the ledger.
 */
final class IsoAdapter implements BankAdapter {
    private static final System.Logger LOG = System.getLogger(IsoAdapter.class.getName());
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Set<Operation> OPERATIONS = Set.of(Operation.PAY_OUT, Operation.REFUND, Operation.COLLECT);

    private final Lines lines;
    private final OwnAccount account;
    private final InstantSource clock;
    private final Thread rounds;
    private volatile boolean open = true;

    /** What the adapter is made of. */
    record Lines(
            Database database,
            Seal seal,
            Outgoing outgoing,
            Incoming incoming,
            Sender sender,
            Collector collector,
            List<Folder> folders) {}

    IsoAdapter(String bank, Lines lines, OwnAccount account, InstantSource clock) {
        this.lines = lines;
        this.account = account;
        this.clock = clock;
        this.rounds = Thread.ofVirtual().name("files-" + bank).unstarted(this::rounds);
    }

    /** Looks after both folders by itself, from now on. */
    IsoAdapter start() {
        rounds.start();
        return this;
    }

    private void rounds() {
        while (open) {
            try {
                round();
            } catch (IOException | RuntimeException failed) {
                LOG.log(Level.WARNING, "The folders could not be looked after, and are again soon: {0}.", failed);
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** One look at both folders, for those who hold the time themselves, too. */
    void round() throws IOException {
        lines.sender().round();
        lines.collector().round();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                OPERATIONS,
                Set.of(Letter.CHANNEL),
                new Capabilities.Idempotency(Duration.ofDays(36_500)),
                new Capabilities.Inquiry(true, Duration.ofMinutes(1)),
                Map.of(),
                false);
    }

    @Override
    public SubmitAnswer submit(Instruction instruction, CallContext context) {
        Payment payment;
        try {
            payment = Payment.of(instruction);
        } catch (IllegalArgumentException unspeakable) {
            return new SubmitAnswer.NotSent(String.valueOf(unspeakable.getMessage()));
        }
        if (!payment.amount().currency().equals(account.currency())) {
            return new SubmitAnswer.NotSent("Expected %s; found another currency.".formatted(account.currency()));
        }
        return switch (lines.outgoing().take(payment, clock.instant())) {
            case TAKEN -> new SubmitAnswer.Held("It waits for a file, or stands in one.");
            case ANOTHER -> new SubmitAnswer.Unknown("Another order stands in the ledger under its id.");
        };
    }

    @Override
    public StatusAnswer query(StatusQuery query, CallContext context) {
        return lines.outgoing().knows(query.instruction())
                ? new StatusAnswer.Found(lines.incoming().of(query.instruction()))
                : new StatusAnswer.NotFound(true);
    }

    /** A day without a statement was a day without bookings, when the statements around it fit together. */
    @Override
    public FetchResult fetch(FetchRequest request, CallContext context) {
        if (request.kind() != FetchRequest.Kind.STATEMENT) {
            return new FetchResult.Unsupported();
        }
        var day = request.day();
        var statements = lines.incoming().ofDay(day);
        if (!statements.isEmpty()) {
            var id = statements.getLast().id();
            return new FetchResult.Statement(id, day, lines.incoming().lines(day, account.currency()));
        }
        var before = lines.incoming().before(day);
        var after = lines.incoming().after(day);
        return after.isPresent()
                        && before.map(one -> Continuity.fit(one, after.get())).orElse(true)
                ? new FetchResult.Statement("none-" + day, day, List.of())
                : new FetchResult.NotYet(missing(day, before.map(Kept::day).orElse(null)));
    }

    private static String missing(LocalDate day, @org.jspecify.annotations.Nullable LocalDate last) {
        return last == null
                ? "There is no statement yet."
                : "The statement of %s has not come; the last one is of %s.".formatted(day, last);
    }

    @Override
    public InboundResult receive(RawInbound message) {
        return Letter.read(lines.seal(), message);
    }

    @Override
    public Probe probe(CallContext context) {
        try {
            for (var folder : lines.folders()) {
                folder.list();
            }
            return new Probe(true, "Both folders can be read.");
        } catch (IOException unreachable) {
            return new Probe(false, unreachable.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        open = false;
        if (rounds.isAlive()) {
            stop();
        }
        lines.folders().forEach(Folder::close);
        lines.database().close();
    }

    private void stop() {
        rounds.interrupt();
        try {
            rounds.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
