package tallystick.bank.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.RawInbound;

/** What one may do to a sandbox and to no other bank. */
public final class SandboxControls {
    private final Line line;

    SandboxControls(Line line) {
        this.line = line;
    }

    /** The words a plan may be about. */
    public static final List<String> WORDS = Stream.concat(
                    Arrays.stream(Operation.values()).map(Order::name),
                    Stream.of("Query", "Payment", "File", "Answer", "Statement", "Positions"))
            .sorted()
            .toList();

    /** What is to go wrong: the nth call of an operation such as {@code PayOut}, counted from when the script was set. */
    public record Planned(String on, int nth, Fault fault) {}

    /**
     * A planned fault and what became of it.
     *
     * @param proof what was seen of it
     */
    public record Seen(
            String on,
            int nth,
            Fault fault,
            boolean happened,
            @Nullable String instruction,
            String proof) {}

    /** The script as it stands. */
    public record Script(long seed, List<Seen> faults) {}

    /** One row of the bank's ledger. */
    public record Entry(
            long nr,
            @Nullable String instruction,
            @Nullable String loan,
            Amount amount,
            LocalDate valueDate,
            String type) {}

    /**
     * A customer pays at the counter; the signed callback follows.
     *
     * @param key the same key pays once
     */
    public void pay(String key, String loan, Amount amount, LocalDate date) {
        var said = new LinkedHashMap<String, Object>();
        said.put("key", key);
        said.put("loan", loan);
        said.put("amount", Messages.amount(amount));
        said.put("date", date.toString());
        ask("POST", "/payments", Json.write(said), 202);
    }

    /** Replaces the script and counts calls anew. */
    public Script rewrite(long seed, List<Planned> faults) {
        var planned = faults.stream()
                .map(one -> Map.<String, Object>of(
                        "on", one.on(), "nth", one.nth(), "fault", one.fault().name()))
                .toList();
        return seen(ask("PUT", "/script", Json.write(Map.of("seed", seed, "faults", planned)), 200));
    }

    /**
     * Moves the bank's own time on: that of its business days, delays and deadlines. Platform and bank must agree on the
     * time by which they sign, so a bank in a process of its own is moved together with the platform.
     */
    public void moveTo(Instant now) {
        ask("PUT", "/clock", Json.write(Map.of("now", now.toString())), 200);
    }

    public Script script() {
        return seen(ask("GET", "/script", "", 200));
    }

    /** Rows of the ledger, the newest first, below a number. */
    public List<Entry> ledger(@Nullable String instruction, long before, int most) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("instruction", instruction);
        said.put("before", before);
        said.put("most", most);
        return ask("POST", "/ledger", Json.write(said), 200).objects("items").stream()
                .map(row -> new Entry(
                        number(row, "nr"),
                        row.textOrNull("instruction"),
                        row.textOrNull("loan"),
                        row.amount("amount"),
                        row.date("valueDate"),
                        row.text("type")))
                .toList();
    }

    /**
     * Carries by hand what the bank has to say by now, for those who hold the time themselves.
     *
     * @param to gives the status the message is answered with
     */
    public void deliver(ToIntFunction<RawInbound> to) {
        if (!(line instanceof Counter counter)) {
            throw new IllegalStateException("Expected the bank in this process; it carries its messages by itself.");
        }
        counter.deliver(to);
    }

    private static Script seen(Fields script) {
        var all = new ArrayList<Seen>();
        for (var fault : script.objects("faults")) {
            all.add(new Seen(
                    fault.text("on"),
                    Math.toIntExact(number(fault, "nth")),
                    Fault.valueOf(fault.text("fault")),
                    fault.flag("happened"),
                    fault.textOrNull("instruction"),
                    fault.text("proof")));
        }
        return new Script(number(script, "seed"), all);
    }

    private static long number(Fields fields, String name) {
        var number = fields.numberOrNull(name);
        return number == null ? 0 : number;
    }

    private Fields ask(String method, String path, String body, int expected) {
        try {
            var reply = line.exchange(method, path, body);
            if (reply.status() != expected) {
                throw new IllegalArgumentException(reply.body());
            }
            return Json.object(reply.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException("The sandbox bank cannot be reached.", unreachable);
        }
    }
}
