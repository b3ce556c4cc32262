package tallystick.bank.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Probe;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/** A bank that speaks our REST interface. Only its own words in its own form are answers; the rest is unknown. */
final class RestAdapter implements BankAdapter {
    static final String CHANNEL = "webhook";

    private final Capabilities capabilities;
    private final RestLine line;
    private final WebhookKeys keys;

    RestAdapter(Capabilities capabilities, RestLine line, WebhookKeys keys) {
        this.capabilities = capabilities;
        this.line = line;
        this.keys = keys;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SubmitAnswer submit(Instruction instruction, CallContext context) {
        try {
            return meaning(line.post("/instructions", instruction.id(), Wire.order(instruction)));
        } catch (ConnectException unreachable) {
            return new SubmitAnswer.NotSent("No connection to the bank, so no byte left.");
        } catch (IOException | RuntimeException broken) {
            return new SubmitAnswer.Unknown(broken.getClass().getSimpleName());
        }
    }

    /** 200 is the bank's last word, 202 that it has it, 429 that it took nothing in. */
    private static SubmitAnswer meaning(HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status == 429) {
            return new SubmitAnswer.NotSent("The bank takes nothing in now (429).");
        }
        if (status != 200 && status != 202) {
            return new SubmitAnswer.Unknown("Status " + status);
        }
        return switch (Wire.fact(Wire.read(answer.body()))) {
            case BankFact.Accepted a -> new SubmitAnswer.Accepted(a.bankReference(), a.sequence());
            case BankFact.OfInstruction fact when status == 200 -> new SubmitAnswer.Final(fact);
            default -> new SubmitAnswer.Unknown("Status %d about something else".formatted(status));
        };
    }

    @Override
    public StatusAnswer query(StatusQuery query, CallContext context) {
        if (!capabilities.inquiry().byOurId()) {
            return new StatusAnswer.Unsupported();
        }
        try {
            var answer = line.get("/instructions/" + query.instruction());
            if (answer.statusCode() == 200) {
                return found(answer);
            }
            return isOwn404(answer, "not-found")
                    ? new StatusAnswer.NotFound(true)
                    : new StatusAnswer.QueryFailed("Status " + answer.statusCode());
        } catch (IOException | RuntimeException broken) {
            return new StatusAnswer.QueryFailed(broken.getClass().getSimpleName());
        }
    }

    private static StatusAnswer found(HttpResponse<byte[]> answer) {
        var facts = new ArrayList<BankFact.OfInstruction>();
        var messages = Wire.read(answer.body()).path("messages");
        for (var message : messages) {
            if (!(Wire.fact(message) instanceof BankFact.OfInstruction fact)) {
                return new StatusAnswer.QueryFailed("An answer about something else");
            }
            facts.add(fact);
        }
        return messages.isArray() ? new StatusAnswer.Found(facts) : new StatusAnswer.QueryFailed("Another answer");
    }

    /** A proxy's 404 is not the bank's. */
    private static boolean isOwn404(HttpResponse<byte[]> answer, String code) {
        return answer.statusCode() == 404
                && Wire.text(Wire.read(answer.body()), "code").equals(code);
    }

    @Override
    public FetchResult fetch(FetchRequest request, CallContext context) {
        if (request.kind() != FetchRequest.Kind.STATEMENT) {
            return new FetchResult.Unsupported();
        }
        try {
            var answer = line.get("/statements/" + request.day());
            if (answer.statusCode() == 200) {
                var said = Wire.read(answer.body());
                return new FetchResult.Statement(Wire.text(said, "id"), request.day(), Wire.lines(said));
            }
            return isOwn404(answer, "not-yet")
                    ? new FetchResult.NotYet("The bank has no statement yet.")
                    : new FetchResult.FetchFailed("Status " + answer.statusCode());
        } catch (IOException | RuntimeException broken) {
            return new FetchResult.FetchFailed(broken.getClass().getSimpleName());
        }
    }

    @Override
    public Probe probe(CallContext context) {
        try {
            var status = line.get("/health").statusCode();
            return new Probe(status == 200, "Status " + status);
        } catch (IOException broken) {
            return new Probe(false, broken.getClass().getSimpleName());
        }
    }

    @Override
    public InboundResult receive(RawInbound message) {
        var id = message.header("webhook-id").filter(text -> !text.isBlank() && text.length() <= 255);
        var timestamp = message.header("webhook-timestamp");
        var signatures = message.header("webhook-signature");
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return new InboundResult.Rejected("its signature headers are missing", 401);
        }
        return keys.verify(id.get(), timestamp.get(), signatures.get(), message.body(), message.receivedAt())
                .<InboundResult>map(key -> new InboundResult.Verified(
                        id.get(), List.of(read(message.body())), key, InboundResult.Trust.SIGNED))
                .orElseGet(() -> new InboundResult.Rejected("its signature is wrong or too old", 401));
    }

    private static BankFact read(byte[] body) {
        try {
            return Wire.fact(Wire.read(body));
        } catch (RuntimeException unreadable) {
            return new BankFact.Unreadable("It is no message that is known.");
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
