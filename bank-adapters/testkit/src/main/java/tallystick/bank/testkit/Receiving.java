package tallystick.bank.testkit;

import static tallystick.bank.testkit.Check.Group.CODEC;
import static tallystick.bank.testkit.Check.Group.INBOUND;
import static tallystick.bank.testkit.Submitting.require;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.InboundResult.Trust;
import tallystick.bank.spi.InboundResult.Verified;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.testkit.TestBank.Signing;

/** A message moves money only when it proves who sent it, and says the same whenever it is read. */
final class Receiving {
    private static final Duration TOO_OLD = Duration.ofMinutes(6);

    static final List<Check> CHECKS = List.of(
            new Check(INBOUND, "a right message is verified and says the same twice", Receiving::pure),
            new Check(INBOUND, "what somebody else signed is not the bank's", Receiving::forged),
            new Check(INBOUND, "what was changed on the way is not the bank's", Receiving::tampered),
            new Check(INBOUND, "what was signed six minutes ago is not taken", Receiving::stale),
            new Check(INBOUND, "what has no signature proves nothing", Receiving::unsigned),
            new Check(INBOUND, "noise is turned away and never thrown", Receiving::noise),
            new Check(INBOUND, "two messages have two ids", Receiving::ids),
            new Check(CODEC, "amounts keep their value and their decimals", Receiving::amounts));

    private Receiving() {}

    private static List<RawInbound> messages(TestBank bank, Instant at, Signing signing) {
        return bank.confirmations("instr-1", Orders.AMOUNT, at, signing).stream()
                .map(message -> at(Orders.NOW, message, message.body()))
                .toList();
    }

    private static RawInbound at(Instant at, RawInbound message, byte[] body) {
        return new RawInbound(message.channel(), message.headers(), body, at);
    }

    private static void pure(TestBank bank) {
        for (var message : messages(bank, Orders.NOW, Signing.RIGHT)) {
            var result = bank.adapter().receive(message);
            require(result instanceof Verified, "a verified message", result);
            require(result.equals(bank.adapter().receive(message)), "the same result twice", result);
            require(
                    bank.adapter().capabilities().channels().contains(message.channel()),
                    "a channel that is declared",
                    message.channel());
        }
    }

    private static boolean movesMoney(InboundResult result) {
        return result instanceof Verified verified && verified.trust() == Trust.SIGNED;
    }

    private static void turnedAway(TestBank bank, RawInbound message) {
        var result = bank.adapter().receive(message);
        require(!movesMoney(result), "no trust in it", result);
        if (result instanceof InboundResult.Rejected rejected) {
            require(rejected.httpStatus() / 100 == 4, "a status of 4xx", result);
        }
    }

    private static void forged(TestBank bank) {
        messages(bank, Orders.NOW, Signing.FORGED).forEach(message -> turnedAway(bank, message));
    }

    private static void tampered(TestBank bank) {
        for (var message : messages(bank, Orders.NOW, Signing.RIGHT)) {
            var body = new String(message.body(), StandardCharsets.UTF_8).replace("12000", "92000");
            turnedAway(bank, at(Orders.NOW, message, body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void stale(TestBank bank) {
        messages(bank, Orders.NOW.minus(TOO_OLD), Signing.RIGHT).forEach(message -> turnedAway(bank, message));
        messages(bank, Orders.NOW.plus(TOO_OLD), Signing.RIGHT).forEach(message -> turnedAway(bank, message));
    }

    private static void unsigned(TestBank bank) {
        for (var message : messages(bank, Orders.NOW, Signing.RIGHT)) {
            turnedAway(bank, new RawInbound(message.channel(), Map.of(), message.body(), Orders.NOW));
        }
    }

    private static void noise(TestBank bank) {
        for (var channel : bank.adapter().capabilities().channels()) {
            for (var body : List.of("", "{", "<a", "\u0000\u0001", "[".repeat(10_000))) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                turnedAway(bank, new RawInbound(channel, Map.of("x", List.of("y", "z")), bytes, Orders.NOW));
            }
        }
    }

    private static void ids(TestBank bank) {
        var one = messages(bank, Orders.NOW, Signing.RIGHT);
        var other = bank.confirmations("instr-2", Orders.AMOUNT, Orders.NOW, Signing.RIGHT);
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            var first = bank.adapter().receive(one.get(i));
            var second = bank.adapter()
                    .receive(at(Orders.NOW, other.get(i), other.get(i).body()));
            require(
                    !(first instanceof Verified a
                            && second instanceof Verified b
                            && a.messageId().equals(b.messageId())),
                    "two ids",
                    first);
        }
    }

    private static void amounts(TestBank bank) {
        for (var amount : List.of(
                Amount.of("CNY", "0.01"),
                Amount.of("CNY", "99999999999.99"),
                Amount.of("JPY", "12345"),
                Amount.of("KWD", "1.234"))) {
            for (var message : bank.confirmations("instr-1", amount, Orders.NOW, Signing.RIGHT)) {
                var result = bank.adapter().receive(at(Orders.NOW, message, message.body()));
                if (movesMoney(result) && result instanceof Verified verified) {
                    require(says(verified, amount), "a confirmation of " + amount, verified.facts());
                }
            }
        }
    }

    private static boolean says(Verified verified, Amount amount) {
        return verified.facts().stream()
                .anyMatch(fact -> fact instanceof BankFact.Confirmed confirmed
                        && confirmed.amount().equals(amount)
                        && confirmed.instruction().equals("instr-1"));
    }
}
