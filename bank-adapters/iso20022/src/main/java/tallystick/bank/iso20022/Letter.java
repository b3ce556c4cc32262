package tallystick.bank.iso20022;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.RawInbound;

/**
 * Some facts of one file on their way to the gateway, which keeps and works them off as it does what other banks call
 * back. They are proven to come from here, since its door is open to anybody.
 */
final class Letter {
    static final String CHANNEL = "file";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private Letter() {}

    /** @param id follows from the file and the place in it, so that a repeat is one */
    static RawInbound write(Seal seal, String id, List<String> facts, Instant now) {
        var body = String.join("\n", facts);
        var time = Long.toString(now.getEpochSecond());
        var headers = Map.of(
                "iso-id", List.of(id),
                "iso-time", List.of(time),
                "iso-proof", List.of(seal.prove(proven(id, time, body))));
        return new RawInbound(CHANNEL, headers, body.getBytes(StandardCharsets.UTF_8), now);
    }

    static InboundResult read(Seal seal, RawInbound message) {
        var id = message.header("iso-id").filter(text -> text.matches("[0-9a-f]{40}\\.[0-9]{1,9}"));
        var time = message.header("iso-time").filter(text -> text.matches("[1-9][0-9]{0,11}"));
        var proof = message.header("iso-proof");
        if (id.isEmpty() || time.isEmpty() || proof.isEmpty()) {
            return new InboundResult.Rejected("its proof is missing", 401);
        }
        var body = new String(message.body(), StandardCharsets.UTF_8);
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time.get())), message.receivedAt())
                .abs();
        if (age.compareTo(WINDOW.plusSeconds(1)) >= 0
                || !seal.isProven(proven(id.get(), time.get(), body), proof.get())) {
            return new InboundResult.Rejected("its proof is wrong or too old", 401);
        }
        return new InboundResult.Verified(id.get(), facts(body), "secret", InboundResult.Trust.SIGNED);
    }

    private static List<BankFact> facts(String body) {
        return body.lines().map(Fact::read).collect(Collectors.toUnmodifiableList());
    }

    private static String proven(String id, String time, String body) {
        return id + "." + time + "." + body;
    }
}
