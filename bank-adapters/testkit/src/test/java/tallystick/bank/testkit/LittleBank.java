package tallystick.bank.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/** A bank in memory with an adapter that is honest, but for one lie. */
final class LittleBank implements TestBank, BankAdapter {
    private static final String KEY = "key-of-thirty-two-bytes";

    private final @Nullable Lie lie;
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final AtomicReference<Treatment> next = new AtomicReference<>(Treatment.ACCEPT);

    LittleBank(@Nullable Lie lie) {
        this.lie = lie;
    }

    @Override
    public BankAdapter adapter() {
        return this;
    }

    @Override
    public void treatsNext(Treatment treatment) {
        next.set(treatment);
    }

    @Override
    public int done(String instruction) {
        return done.getOrDefault(instruction, 0);
    }

    @Override
    public List<String> secrets() {
        return List.of(KEY);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                lie == Lie.DECLARES_TOO_MUCH ? EnumSet.allOf(Operation.class) : Set.of(Operation.PAY_OUT),
                lie == Lie.NOBODY_WOULD_KNOW ? Set.of() : Set.of("post"),
                new Capabilities.Idempotency(Duration.ofDays(30)),
                new Capabilities.Inquiry(lie != Lie.NOBODY_WOULD_KNOW, Duration.ofSeconds(20)),
                lie == Lie.HOURS_OF_NOTHING
                        ? Map.of(
                                Operation.COLLECT,
                                new Capabilities.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0), ZoneOffset.UTC))
                        : Map.of(),
                false);
    }

    @Override
    public SubmitAnswer submit(Instruction instruction, CallContext context) {
        if (instruction.operation() != Operation.PAY_OUT) {
            return new SubmitAnswer.NotSent("Not known here.");
        }
        return switch (next.getAndSet(Treatment.ACCEPT)) {
            case ACCEPT -> lie == Lie.HOLDS_AND_FORGETS ? new SubmitAnswer.Held("somewhere") : taken(instruction);
            case REJECT -> lie == Lie.NO_IS_NOT_SENT ? new SubmitAnswer.NotSent("no") : no(instruction);
            case TIMEOUT_BEFORE -> silence(instruction);
            case TIMEOUT_AFTER_SUCCESS -> {
                taken(instruction);
                yield silence(instruction);
            }
            case RESET -> throw new IllegalStateException("reset");
            case FAULT ->
                lie == Lie.FAULT_IS_NOT_SENT ? new SubmitAnswer.NotSent("500") : new SubmitAnswer.Unknown("500");
            case GARBAGE -> lie == Lie.NOISE_IS_ACCEPTED ? taken(instruction) : new SubmitAnswer.Unknown("noise");
            case UNKNOWN_WORD -> lie == Lie.UNKNOWN_WORD_IS_A_NO ? no(instruction) : new SubmitAnswer.Unknown("a word");
            case UNREACHABLE -> new SubmitAnswer.NotSent("nobody");
            case HANG -> hang();
        };
    }

    private SubmitAnswer taken(Instruction instruction) {
        done.merge(instruction.id(), 1, (before, one) -> lie == Lie.NEW_KEY_EACH_TIME ? before + one : before);
        return new SubmitAnswer.Accepted("ref-" + instruction.id(), 1L);
    }

    private static SubmitAnswer no(Instruction instruction) {
        return new SubmitAnswer.Final(
                new BankFact.Rejected(instruction.id(), Operation.PAY_OUT, null, null, "NO_SUCH_ACCOUNT"));
    }

    private SubmitAnswer silence(Instruction instruction) {
        return switch (lie) {
            case TIMEOUT_IS_FAILURE -> no(instruction);
            case TIMEOUT_IS_NOT_SENT -> new SubmitAnswer.NotSent("timeout");
            case TELLS_ITS_KEY -> new SubmitAnswer.Unknown("timeout with " + KEY);
            case null, default -> new SubmitAnswer.Unknown("timeout");
        };
    }

    private SubmitAnswer hang() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                if (lie != Lie.SWALLOWS_INTERRUPTS) {
                    return new SubmitAnswer.Unknown("interrupted");
                }
            }
        }
    }

    @Override
    public StatusAnswer query(StatusQuery query, CallContext context) {
        if (lie == Lie.NOBODY_WOULD_KNOW) {
            return new StatusAnswer.Unsupported();
        }
        if (lie == Lie.ASKING_ORDERS) {
            done.merge(query.instruction(), 1, Integer::sum);
        }
        var treatment = next.getAndSet(Treatment.ACCEPT);
        if (treatment != Treatment.ACCEPT) {
            return lie == Lie.FAULT_IS_NOT_FOUND && treatment == Treatment.FAULT
                    ? new StatusAnswer.NotFound(true)
                    : new StatusAnswer.QueryFailed(treatment.name());
        }
        return done.containsKey(query.instruction())
                ? new StatusAnswer.Found(
                        List.of(new BankFact.Accepted(query.instruction(), Operation.PAY_OUT, "ref", 1L)))
                : new StatusAnswer.NotFound(true);
    }

    /** A message is {@code id|amount|time|signature}. */
    @Override
    public List<RawInbound> confirmations(String instruction, Amount amount, Instant at, Signing signing) {
        if (lie == Lie.NOBODY_WOULD_KNOW) {
            return List.of();
        }
        var key = signing == Signing.RIGHT ? KEY : "another";
        var body = "%s|%s".formatted(instruction, amount);
        var headers = Map.of("time", List.of(at.toString()), "sign", List.of(sign(body, at, key)));
        return List.of(new RawInbound("post", headers, body.getBytes(StandardCharsets.UTF_8), at));
    }

    private String sign(String body, Instant at, String key) {
        return Integer.toHexString(((lie == Lie.SIGNATURE_WITHOUT_BODY ? "" : body) + at + key).hashCode());
    }

    @Override
    public InboundResult receive(RawInbound message) {
        var body = new String(message.body(), StandardCharsets.UTF_8);
        if (lie == Lie.THROWS_AT_NOISE && body.startsWith("{")) {
            throw new IllegalArgumentException(body);
        }
        if (message.headers().isEmpty() && lie != Lie.TAKES_UNSIGNED) {
            return new InboundResult.Rejected("no signature", 401);
        }
        var time = message.header("time").map(Instant::parse).orElse(message.receivedAt());
        var age = Duration.between(time, message.receivedAt()).abs();
        if (age.compareTo(Duration.ofMinutes(5)) > 0 && lie != Lie.TAKES_OLD) {
            return new InboundResult.Rejected("too old", 401);
        }
        var right = message.header("sign").equals(java.util.Optional.of(sign(body, time, KEY)));
        return right || lie == Lie.TAKES_ANY_SIGNATURE || lie == Lie.TAKES_UNSIGNED
                ? verified(body)
                : new InboundResult.Rejected("wrong signature", 401);
    }

    private InboundResult verified(String body) {
        var parts = body.split("\\|", -1);
        var id = lie == Lie.ONE_MESSAGE_ID ? "1" : lie == Lie.NEVER_THE_SAME ? "" + System.nanoTime() : "id-" + body;
        return new InboundResult.Verified(
                id.length() > 200 ? id.substring(0, 200) : id,
                List.of(fact(parts)),
                "key-1",
                InboundResult.Trust.SIGNED);
    }

    private BankFact fact(String... parts) {
        if (parts.length != 2) {
            return new BankFact.Unreadable("noise");
        }
        var amount = parts[1].split(" ", -1);
        var value = Amount.of(amount[0], amount[1]);
        var said = lie == Lie.LOSES_DECIMALS
                ? new Amount(value.currency(), value.value().setScale(0, java.math.RoundingMode.DOWN))
                : value;
        return new BankFact.Confirmed(
                parts[0], Operation.PAY_OUT, null, 2L, said, null, LocalDate.parse("2026-01-05"), null);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "a little bank";
    }
}
