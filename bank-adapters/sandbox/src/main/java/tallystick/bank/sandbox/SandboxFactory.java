package tallystick.bank.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.bank.spi.BankHost;

/** Makes the sandbox: the bank itself in this process, or the line to one that runs elsewhere. */
public final class SandboxFactory implements BankAdapterFactory {
    static final String CHANNEL = "webhook";

    @Override
    public String type() {
        return "sandbox";
    }

    @Override
    public Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("secret", "whsec_... with which it signs; several, the newest first, while keys change"),
                Map.entry("url", "where the bank runs as a process of its own; in this process when not set"),
                Map.entry("database.url", "the bank's own PostgreSQL database, never the platform's"),
                Map.entry("database.user", "who may make tables there"),
                Map.entry("database.password", "the password"),
                Map.entry("zone", "the zone of the bank's days"),
                Map.entry("delay", "how long after taking an order in it calls back"),
                Map.entry("files.in", "a folder from which it takes payment files; none when not set"),
                Map.entry("files.out", "the folder into which it writes statuses and statements"),
                Map.entry("files.account", "the platform's account, of which the statements are"),
                Map.entry("files.currency", "its currency; CNY when not set"));
    }

    @Override
    public BankAdapter create(Map<String, String> settings, BankHost host) {
        var signature = Signature.of(required(settings, "secret"));
        var url = settings.get("url");
        return new SandboxAdapter(
                url == null ? inProcess(settings, host, signature) : new HttpLine(url, signature, host.clock()),
                signature);
    }

    private static Line inProcess(Map<String, String> settings, BankHost host, Signature signature) {
        var database = new Database(
                required(settings, "database.url"),
                settings.getOrDefault("database.user", ""),
                settings.getOrDefault("database.password", ""));
        return open(
                settings,
                database,
                new BankClock(database, host.clock()),
                host.clock(),
                signature,
                () -> host.callbackAddress(CHANNEL));
    }

    /** The bank at its counter, and behind its letter box where it has one. */
    static Line open(
            Map<String, String> settings,
            Database database,
            BankClock clock,
            InstantSource wire,
            Signature signature,
            Supplier<Optional<URI>> callback) {
        var zone = ZoneId.of(settings.getOrDefault("zone", "Asia/Shanghai"));
        var delay = Duration.parse(settings.getOrDefault("delay", "PT0.03S"));
        var counter = Counter.open(database, clock, wire, zone, delay, signature, callback);
        return settings.containsKey("files.in")
                ? counter.taking(FileFace.open(settings, database, clock, zone, delay))
                : counter;
    }

    static String required(Map<String, String> settings, String name) {
        var value = settings.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s: expected a value; found none.".formatted(name));
        }
        return value;
    }
}
