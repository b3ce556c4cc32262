package tallystick.bank.gateway.banks;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
 * A bank that decides over one line and moves money over another, as most do: credit by an interface, payments by file.
 * What the line for money takes, goes over it, and so do questions about it and statements; all else goes over the first.
 * Together they promise no more than either does.
 */
final class TwoLines implements BankAdapter {
    private final BankAdapter first;
    private final BankAdapter money;
    private final Capabilities capabilities;

    private TwoLines(BankAdapter first, BankAdapter money, Capabilities capabilities) {
        this.first = first;
        this.money = money;
        this.capabilities = capabilities;
    }

    /** @throws IllegalArgumentException when the two cannot be one bank; both are closed then */
    static TwoLines of(BankAdapter first, BankAdapter money) {
        try {
            return new TwoLines(first, money, together(first.capabilities(), money.capabilities()));
        } catch (IllegalArgumentException apart) {
            first.close();
            money.close();
            throw apart;
        }
    }

    private static Capabilities together(Capabilities first, Capabilities money) {
        var operations = EnumSet.copyOf(first.operations());
        operations.addAll(money.operations());
        var channels = new HashSet<>(first.channels());
        channels.addAll(money.channels());
        if (channels.size() != first.channels().size() + money.channels().size()
                || first.silenceMeansAccepted() != money.silenceMeansAccepted()) {
            throw new IllegalArgumentException(
                    "adapter: expected a line with other channels and the same meaning of silence; found another.");
        }
        var hours = new HashMap<>(first.hours());
        hours.keySet().removeAll(money.operations());
        hours.putAll(money.hours());
        return new Capabilities(
                operations,
                channels,
                new Capabilities.Idempotency(shorter(
                        first.idempotency().lifetime(), money.idempotency().lifetime())),
                new Capabilities.Inquiry(
                        first.inquiry().byOurId() && money.inquiry().byOurId(),
                        longer(first.inquiry().grace(), money.inquiry().grace())),
                hours,
                first.silenceMeansAccepted());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The line over which the bank decides. */
    BankAdapter first() {
        return first;
    }

    private BankAdapter of(Operation operation) {
        return money.capabilities().operations().contains(operation) ? money : first;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SubmitAnswer submit(Instruction instruction, CallContext context) {
        return of(instruction.operation()).submit(instruction, context);
    }

    @Override
    public StatusAnswer query(StatusQuery query, CallContext context) {
        return of(query.operation()).query(query, context);
    }

    @Override
    public FetchResult fetch(FetchRequest request, CallContext context) {
        var fetched = money.fetch(request, context);
        return fetched instanceof FetchResult.Unsupported ? first.fetch(request, context) : fetched;
    }

    @Override
    public Probe probe(CallContext context) {
        var one = first.probe(context);
        var other = money.probe(context);
        return new Probe(one.reachable() && other.reachable(), one.says() + " Money: " + other.says());
    }

    @Override
    public InboundResult receive(RawInbound message) {
        return (money.capabilities().channels().contains(message.channel()) ? money : first).receive(message);
    }

    @Override
    public void close() {
        money.close();
        first.close();
    }
}
