package com.acme.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankFact.OfInstruction;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.InboundResult.Trust;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/** Acme Bank: orders and answers in lines, a sealed callback that comes once, and an unsealed one about credits. */
final class AcmeAdapter implements BankAdapter {
    private static final String ORDERS = "orders";
    private static final String CREDITS = "credits";
    private static final Capabilities CAPABILITIES = new Capabilities(
            Set.of(Operation.REQUEST_CREDIT, Operation.PAY_OUT, Operation.COLLECT),
            Set.of(ORDERS, CREDITS),
            new Capabilities.Idempotency(Duration.ofDays(30)),
            new Capabilities.Inquiry(true, Duration.ofMinutes(1)),
            Map.of(),
            false);

    private final AcmeLine line;
    private final Seal seal;
    private final BankHost host;

    AcmeAdapter(AcmeLine line, Seal seal, BankHost host) {
        this.line = line;
        this.seal = seal;
        this.host = host;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** Only a refused connection proves that nothing was sent, and only Acme's own words are an answer. */
    @Override
    public SubmitAnswer submit(Instruction instruction, CallContext context) {
        var lines = lines(instruction);
        var stamp = Seal.stamp(host.clock().instant());
        try {
            return meaning(instruction, line.order(lines, stamp, seal.of(lines, stamp)));
        } catch (ConnectException nobody) {
            return new SubmitAnswer.NotSent("No connection to Acme, so no byte left.");
        } catch (IOException broken) {
            return new SubmitAnswer.Unknown(broken.getClass().getSimpleName());
        }
    }

    private static SubmitAnswer meaning(Instruction instruction, HttpResponse<String> answer) {
        var words = answer.body().strip().split(" ", -1);
        if (words.length != 2) {
            return new SubmitAnswer.Unknown("Status " + answer.statusCode());
        }
        return switch (answer.statusCode() + " " + words[0]) {
            case "200 TAKEN" -> new SubmitAnswer.Accepted(words[1], null);
            case "422 NO" ->
                new SubmitAnswer.Final(
                        new BankFact.Rejected(instruction.id(), instruction.operation(), null, null, words[1]));
            default -> new SubmitAnswer.Unknown("Status " + answer.statusCode());
        };
    }

    private Lines lines(Instruction instruction) {
        var all = new TreeMap<String, String>();
        all.put("order", instruction.id());
        all.put("kind", instruction.operation().name());
        all.put("amount", instruction.amount().toString());
        host.callbackAddress(ORDERS).ifPresent(address -> all.put("call", address.toString()));
        switch (instruction) {
            case Instruction.RequestCredit credit -> {
                all.put("rate", credit.annualRate().toPlainString());
                all.put("count", Integer.toString(credit.count()));
                host.callbackAddress(CREDITS).ifPresent(address -> all.put("call", address.toString()));
            }
            case Instruction.PayOut payOut -> all.put("account", payOut.payee().text());
            case Instruction.Collect collect ->
                all.put("account", collect.payer().text());
            default -> throw new IllegalArgumentException("Acme does not take " + instruction.operation() + ".");
        }
        return new Lines(all);
    }

    @Override
    public StatusAnswer query(StatusQuery query, CallContext context) {
        try {
            var answer = line.status(query.instruction());
            if (answer.statusCode() == 404 && answer.body().strip().equals("NEVER SEEN")) {
                return new StatusAnswer.NotFound(true);
            }
            return answer.statusCode() == 200
                    ? new StatusAnswer.Found(
                            List.of(fact(Lines.read(answer.body().getBytes(UTF_8)))))
                    : new StatusAnswer.QueryFailed("Status " + answer.statusCode());
        } catch (IOException | RuntimeException broken) {
            return new StatusAnswer.QueryFailed(broken.getClass().getSimpleName());
        }
    }

    /** A sealed message is the bank's word. An unsealed one is a hint: the gateway asks, and the answer counts. */
    @Override
    public InboundResult receive(RawInbound message) {
        Lines lines;
        try {
            lines = Lines.read(message.body());
        } catch (IllegalArgumentException noise) {
            return new InboundResult.Rejected("it is in another form", 400);
        }
        if (message.channel().equals(CREDITS)) {
            return verified(lines, Trust.WEAK, "none");
        }
        var stamp = message.header("Acme-Stamp").orElse("");
        return seal.isOn(lines, stamp, message.header("Acme-Seal").orElse(""), message.receivedAt())
                ? verified(lines, Trust.SIGNED, "key")
                : new InboundResult.Rejected("its seal is wrong or too old", 401);
    }

    private static InboundResult verified(Lines lines, Trust trust, String key) {
        try {
            var fact = fact(lines);
            return new InboundResult.Verified(fact.instruction() + "." + lines.get("word"), List.of(fact), key, trust);
        } catch (RuntimeException unreadable) {
            return new InboundResult.Rejected("it says nothing that is known", 400);
        }
    }

    private static OfInstruction fact(Lines said) {
        var order = said.get("order");
        var kind = Operation.valueOf(said.get("kind"));
        var reference = said.get("reference");
        return switch (said.get("word")) {
            case "TAKEN" -> new BankFact.Accepted(order, kind, reference, null);
            case "DONE" ->
                new BankFact.Confirmed(
                        order,
                        kind,
                        reference,
                        null,
                        amount(said),
                        said.all().containsKey("account") ? new Confidential(said.get("account")) : null,
                        LocalDate.parse(said.get("day")),
                        null);
            case "NO" -> new BankFact.Rejected(order, kind, reference, null, said.get("reason"));
            default -> throw new IllegalArgumentException("Expected TAKEN, DONE or NO; found another word.");
        };
    }

    private static Amount amount(Lines said) {
        var parts = said.get("amount").split(" ", -1);
        return Amount.of(parts[0], parts[1]);
    }

    @Override
    public void close() {
        line.close();
    }
}
