package tallystick.bank.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.RawInbound;

/** Where the bank is spoken to. Faults of the line happen here: what the bank did is one thing, what it says another. */
final class Counter implements Line {
    private static final Pattern FILE = Pattern.compile("/(statements|positions)/([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final Pattern INSTRUCTION = Pattern.compile("/instructions/([A-Za-z0-9._-]{1,64})");

    private final SandboxBank bank;
    private final Script script;
    private final Courier courier;
    private final Database database;
    private final BankClock clock;
    private @Nullable FileFace files;

    Counter(SandboxBank bank, Script script, Courier courier, Database database, BankClock clock) {
        this.bank = bank;
        this.script = script;
        this.courier = courier;
        this.database = database;
        this.clock = clock;
    }

    /** A bank that is open: its courier walks. */
    static Counter open(
            Database database,
            BankClock clock,
            InstantSource wire,
            ZoneId zone,
            Duration delay,
            Signature signature,
            Supplier<Optional<URI>> callback) {
        return new Counter(
                new SandboxBank(database, clock, zone, delay),
                new Script(database, clock),
                new Courier(database, clock, wire, signature, callback),
                database,
                clock);
    }

    @Override
    public Reply exchange(String method, String path, String body) throws IOException {
        var status = INSTRUCTION.matcher(path);
        var file = FILE.matcher(path);
        try {
            if (method.equals("POST") && path.equals("/instructions")) {
                return order(Order.read(body));
            }
            if (method.equals("GET") && path.equals("/health")) {
                return health();
            }
            if (method.equals("GET") && file.matches()) {
                return file(file.group(1), LocalDate.parse(file.group(2)));
            }
            return method.equals("GET") && status.matches() ? status(status.group(1)) : control(method, path, body);
        } catch (IllegalArgumentException unreadable) {
            return Reply.of(400, Map.of("code", "malformed", "detail", String.valueOf(unreadable.getMessage())));
        }
    }

    private Reply health() throws ConnectException {
        if (script.isOut()) {
            throw new ConnectException("Nobody is there.");
        }
        return Reply.of(200, Map.of());
    }

    /** What the bank has to say by now, carried by hand. */
    void deliver(ToIntFunction<RawInbound> to) {
        courier.deliver(to);
    }

    private Reply order(Order order) throws IOException {
        var fault = script.next(order.name(), order.id());
        var refused = before(fault);
        if (refused.isPresent()) {
            return refused.get();
        }
        var reply = bank.take(order, fault);
        courier.wake();
        return after(fault, reply);
    }

    private Reply status(String id) throws IOException {
        var fault = script.next("Query", id);
        var refused = before(fault);
        if (refused.isPresent()) {
            return refused.get();
        }
        return after(fault, bank.status(id).orElseGet(() -> Reply.of(404, Map.of("code", "not-found"))));
    }

    /** A file of a day: missing, half, or with a cent too much when the script says so. */
    private Reply file(String which, LocalDate day) throws IOException {
        var isStatement = which.equals("statements");
        var fault = script.next(isStatement ? "Statement" : "Positions", null);
        var refused = before(fault);
        if (refused.isPresent()) {
            return refused.get();
        }
        var spoilt = kind(fault);
        if (spoilt == Fault.SILENT) {
            return Reply.of(404, Map.of("code", "not-yet"));
        }
        return after(fault, isStatement ? bank.statement(day, spoilt) : bank.positions(day, spoilt));
    }

    /** What keeps the order from the bank. */
    private Optional<Reply> before(Optional<Script.Due> due) throws IOException {
        var fault = kind(due);
        if (fault == Fault.OUTAGE) {
            script.beginOutage();
        }
        if (script.isOut()) {
            throw new ConnectException("Nobody is there.");
        }
        if (fault == Fault.TIMEOUT_BEFORE) {
            throw new SocketTimeoutException("No answer.");
        }
        if (fault == Fault.RESET && isEarly(due)) {
            throw new SocketException("Connection reset");
        }
        return switch (fault) {
            case STATUS_500 -> Optional.of(Reply.of(500, Map.of("code", "fault")));
            case STATUS_429 -> Optional.of(Reply.of(429, Map.of("code", "later")));
            case null, default -> Optional.empty();
        };
    }

    /** What keeps the answer from the platform. */
    private static Reply after(Optional<Script.Due> due, Reply reply) throws IOException {
        return switch (kind(due)) {
            case TIMEOUT_AFTER_SUCCESS -> throw new SocketTimeoutException("No answer.");
            case RESET -> throw new SocketException("Connection reset");
            case GARBAGE -> new Reply(200, noise(due));
            case null, default -> reply;
        };
    }

    private static @Nullable Fault kind(Optional<Script.Due> due) {
        return due.map(Script.Due::fault).orElse(null);
    }

    private static boolean isEarly(Optional<Script.Due> due) {
        return due.filter(one -> one.seed() % 2 == 0).isPresent();
    }

    private static String noise(Optional<Script.Due> due) {
        var noise = new StringBuilder("<html>");
        due.map(Script.Due::random)
                .ifPresent(random -> random.ints(200, 32, 127).forEach(c -> noise.append((char) c)));
        return noise.toString();
    }

    private Reply control(String method, String path, String body) {
        return switch (method + " " + path.replaceAll("\\?.*", "")) {
            case "POST /payments" -> pay(Json.object(body));
            case "PUT /script" -> rewrite(Json.object(body));
            case "GET /script" -> Reply.of(200, script.show());
            case "PUT /clock" -> move(Json.object(body));
            case "POST /ledger" -> ledger(Json.object(body));
            default -> Reply.of(404, Map.of("code", "no-such-path"));
        };
    }

    private Reply pay(Fields said) {
        var loan = said.text("loan");
        var fault = script.next("Payment", null);
        bank.pay(said.text("key"), loan, said.amount("amount"), said.date("date"), fault);
        courier.wake();
        return Reply.of(202, Map.of("loan", loan));
    }

    private Reply rewrite(Fields said) {
        var seed = said.numberOrNull("seed");
        script.set(seed == null ? 0 : seed, said.objects("faults"));
        return Reply.of(200, script.show());
    }

    private Reply move(Fields said) {
        var now = clock.moveTo(said.instant("now"));
        courier.wake();
        return Reply.of(200, Map.of("now", now.toString()));
    }

    private Reply ledger(Fields said) {
        var before = said.numberOrNull("before");
        var most = said.numberOrNull("most");
        return bank.ledger(
                said.textOrNull("instruction"),
                before == null ? Long.MAX_VALUE : before,
                most == null ? 50 : Math.toIntExact(most));
    }

    /** Takes files as well, from now on. */
    Counter taking(FileFace face) {
        files = face;
        return this;
    }

    @Override
    public void close() {
        if (files != null) {
            files.close();
        }
        courier.close();
        database.close();
    }
}
