package tallystick.bank.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankFact;
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

/** The platform's side of the line to the sandbox. Knows nothing of the bank but what comes over the line. */
public final class SandboxAdapter implements BankAdapter {
    private static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.allOf(Operation.class),
            Set.of(SandboxFactory.CHANNEL),
            new Capabilities.Idempotency(Duration.ofDays(3650)),
            new Capabilities.Inquiry(true, Duration.ofSeconds(20)),
            Map.of(),
            false);

    private final Line line;
    private final Signature signature;

    SandboxAdapter(Line line, Signature signature) {
        this.line = line;
        this.signature = signature;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SubmitAnswer submit(Instruction instruction, CallContext context) {
        try {
            return meaning(line.exchange("POST", "/instructions", Messages.order(instruction)));
        } catch (ConnectException unreachable) {
            return new SubmitAnswer.NotSent("No connection to the bank, so no byte left.");
        } catch (IOException | IllegalArgumentException broken) {
            return new SubmitAnswer.Unknown(broken.getClass().getSimpleName());
        }
    }

    private static SubmitAnswer meaning(Reply reply) {
        return switch (reply.status()) {
            case 200 -> last(Json.object(reply.body()));
            case 202 -> accepted(Json.object(reply.body()));
            case 429 -> new SubmitAnswer.NotSent("The bank takes nothing in now (429).");
            default -> new SubmitAnswer.Unknown("Status " + reply.status());
        };
    }

    private static SubmitAnswer accepted(Fields said) {
        return Messages.fact(said) instanceof BankFact.Accepted a
                ? new SubmitAnswer.Accepted(a.bankReference(), a.sequence())
                : new SubmitAnswer.Unknown("202 that accepts nothing");
    }

    private static SubmitAnswer last(Fields said) {
        return Messages.fact(said) instanceof BankFact.OfInstruction fact
                ? new SubmitAnswer.Final(fact)
                : new SubmitAnswer.Unknown("200 about something else");
    }

    @Override
    public StatusAnswer query(StatusQuery query, CallContext context) {
        try {
            var reply = line.exchange("GET", "/instructions/" + query.instruction(), "");
            return switch (reply.status()) {
                case 200 -> found(Json.object(reply.body()));
                case 404 ->
                    new StatusAnswer.NotFound(
                            Json.object(reply.body()).text("code").equals("not-found"));
                default -> new StatusAnswer.QueryFailed("Status " + reply.status());
            };
        } catch (IOException | IllegalArgumentException broken) {
            return new StatusAnswer.QueryFailed(broken.getClass().getSimpleName());
        }
    }

    private static StatusAnswer found(Fields said) {
        var facts = new ArrayList<BankFact.OfInstruction>();
        for (var message : said.objects("messages")) {
            if (!(Messages.fact(message) instanceof BankFact.OfInstruction fact)) {
                return new StatusAnswer.QueryFailed("An answer about something else");
            }
            facts.add(fact);
        }
        return new StatusAnswer.Found(facts);
    }

    @Override
    public FetchResult fetch(FetchRequest request, CallContext context) {
        var folder = request.kind() == FetchRequest.Kind.STATEMENT ? "/statements/" : "/positions/";
        try {
            var reply = line.exchange("GET", folder + request.day(), "");
            return switch (reply.status()) {
                case 200 -> file(request, Json.object(reply.body()));
                case 404 -> new FetchResult.NotYet("The day is not over at the bank.");
                default -> new FetchResult.FetchFailed("Status " + reply.status());
            };
        } catch (IOException | IllegalArgumentException broken) {
            return new FetchResult.FetchFailed(broken.getClass().getSimpleName());
        }
    }

    /** A file says how much is in it, so that half of one is not taken for all. */
    private static FetchResult file(FetchRequest request, Fields said) {
        var isStatement = request.kind() == FetchRequest.Kind.STATEMENT;
        var rows = said.objects(isStatement ? "lines" : "loans").size();
        return !Long.valueOf(rows).equals(said.numberOrNull("count"))
                ? new FetchResult.NotYet("The file is not whole yet.")
                : isStatement ? statement(request.day(), said) : positions(request.day(), said);
    }

    private static FetchResult positions(LocalDate day, Fields said) {
        var loans = said.objects("loans").stream()
                .map(loan -> new FetchResult.Position(
                        loan.text("loan"),
                        loan.amount("principal"),
                        loan.amount("interest"),
                        Objects.requireNonNullElse(loan.numberOrNull("daysPastDue"), 0L),
                        FetchResult.Standing.valueOf(loan.text("standing"))))
                .toList();
        return new FetchResult.Positions(said.text("id"), day, loans);
    }

    private static FetchResult statement(LocalDate day, Fields said) {
        var lines = said.objects("lines").stream()
                .map(line -> new FetchResult.Line(
                        line.text("reference"),
                        line.textOrNull("instruction"),
                        line.textOrNull("loan"),
                        FetchResult.Direction.valueOf(line.text("direction")),
                        line.amount("amount"),
                        line.date("valueDate")))
                .toList();
        return new FetchResult.Statement(said.text("id"), day, lines);
    }

    @Override
    public Probe probe(CallContext context) {
        try {
            var status = line.exchange("GET", "/health", "").status();
            return new Probe(status == 200, status == 200 ? "The bank answers." : "Status " + status);
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
        return signature
                .verify(id.get(), timestamp.get(), signatures.get(), message.body(), message.receivedAt())
                .<InboundResult>map(key -> new InboundResult.Verified(
                        id.get(), List.of(read(message.body())), key, InboundResult.Trust.SIGNED))
                .orElseGet(() -> new InboundResult.Rejected("its signature is wrong or too old", 401));
    }

    private static BankFact read(byte[] body) {
        try {
            return Messages.fact(Json.object(new String(body, StandardCharsets.UTF_8)));
        } catch (RuntimeException unreadable) {
            return new BankFact.Unreadable("It is no message that is known.");
        }
    }

    /** The handles that a real bank does not have: who pays, what goes wrong, what the ledger says. */
    public SandboxControls controls() {
        return new SandboxControls(line);
    }

    @Override
    public void close() {
        line.close();
    }
}
