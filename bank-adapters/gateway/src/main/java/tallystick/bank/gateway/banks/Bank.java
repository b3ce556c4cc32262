package tallystick.bank.gateway.banks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import tallystick.kernel.BankId;
import tallystick.runtime.telemetry.FaultNames;

/**
 * One bank behind its adapter, with the limits the gateway holds it to: so many calls at once and so long each. Whatever
 * an adapter throws is an unknown outcome and never a failure.
 */
public final class Bank {
    /** How long one call may take. */
    public static final Duration WITHIN = Duration.ofSeconds(15);

    private final BankSettings settings;
    private final BankAdapter adapter;
    private final Capabilities capabilities;
    private final OpenHours hours;
    private final Map<Operation, Lane> lanes = new EnumMap<>(Operation.class);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(this::thread);

    Bank(BankSettings settings, BankAdapter adapter, InstantSource clock) {
        this.settings = settings;
        this.adapter = adapter;
        this.capabilities = adapter.capabilities();
        this.hours = OpenHours.of(settings.bank().value(), capabilities.hours(), settings.house());
        Lane.check(settings.house());
        for (var operation : Operation.values()) {
            lanes.put(operation, new Lane(settings.house(), clock));
        }
    }

    public BankId id() {
        return settings.bank();
    }

    public BankSettings settings() {
        return settings;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    /** The adapter itself, for those who know its type. */
    public BankAdapter adapter() {
        return adapter instanceof TwoLines lines ? lines.first() : adapter;
    }

    /** When it takes what in. */
    public OpenHours hours() {
        return hours;
    }

    /** Takes a place for one call; without one the work waits, and nothing is recorded of it. */
    public boolean enter(Operation operation) {
        return lane(operation).enter();
    }

    /** How many places are free now. */
    public int free(Operation operation) {
        return lane(operation).free();
    }

    /** Gives the place back. */
    public void leave(Operation operation) {
        lane(operation).leave();
    }

    private Lane lane(Operation operation) {
        return Objects.requireNonNull(lanes.get(operation));
    }

    /** Sends it, or proves that it was not sent. */
    public SubmitAnswer submit(Instruction instruction, int attempt) {
        if (!capabilities.operations().contains(instruction.operation())) {
            return new SubmitAnswer.NotSent("The bank does not take this kind of instruction.");
        }
        var breaker = lane(instruction.operation()).breaker;
        if (breaker.isOpen()) {
            return new SubmitAnswer.NotSent("The bank has not answered for a while; nothing is sent to it for now.");
        }
        var answer = submitted(instruction, new CallContext(attempt, WITHIN));
        breaker.saw(!(answer instanceof SubmitAnswer.Unknown));
        return answer;
    }

    private SubmitAnswer submitted(Instruction instruction, CallContext context) {
        try {
            return inTime(() -> adapter.submit(instruction, context));
        } catch (Unanswered unanswered) {
            return new SubmitAnswer.Unknown(unanswered.evidence);
        }
    }

    /** Asks what became of it. Asked also while nothing is sent: an answer says that the bank is back. */
    public StatusAnswer query(StatusQuery query) {
        if (!capabilities.inquiry().byOurId()) {
            return new StatusAnswer.Unsupported();
        }
        var answer = queried(query);
        lane(query.operation()).breaker.saw(!(answer instanceof StatusAnswer.QueryFailed));
        return answer;
    }

    private StatusAnswer queried(StatusQuery query) {
        try {
            return inTime(() -> adapter.query(query, new CallContext(1, WITHIN)));
        } catch (Unanswered unanswered) {
            return new StatusAnswer.QueryFailed(unanswered.evidence);
        }
    }

    /** What the bank has written about a day. */
    public FetchResult fetch(FetchRequest request) {
        try {
            return inTime(() -> adapter.fetch(request, new CallContext(1, WITHIN)));
        } catch (Unanswered unanswered) {
            return new FetchResult.FetchFailed(unanswered.evidence);
        }
    }

    /** Whether it can be reached now. */
    public Probe probe() {
        try {
            return inTime(() -> adapter.probe(new CallContext(1, WITHIN)));
        } catch (Unanswered unanswered) {
            return new Probe(false, unanswered.evidence);
        }
    }

    public InboundResult receive(RawInbound message) {
        return adapter.receive(message);
    }

    /** What an adapter looks for by its thread, it finds in its own jar. */
    private Thread thread(Runnable call) {
        var thread = Thread.ofVirtual().unstarted(call);
        thread.setContextClassLoader(adapter().getClass().getClassLoader());
        return thread;
    }

    void close() {
        threads.shutdownNow();
        adapter.close();
    }

    /** On a thread of its own, so that an adapter that hangs cannot hang us. */
    private <T> T inTime(Callable<T> call) throws Unanswered {
        var running = threads.submit(call);
        try {
            return running.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Unanswered("No answer within %d s.".formatted(WITHIN.toSeconds()));
        } catch (ExecutionException thrown) {
            throw new Unanswered(
                    "The adapter failed: " + FaultNames.of(thrown.getCause() == null ? thrown : thrown.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unanswered("The node stopped during the call.");
        } finally {
            running.cancel(true);
        }
    }

    /** The call gave no answer. */
    private static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1;

        private final String evidence;

        Unanswered(String evidence) {
            super(evidence, null, false, false);
            this.evidence = evidence;
        }
    }
}
