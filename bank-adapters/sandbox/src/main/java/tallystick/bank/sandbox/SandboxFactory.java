package tallystick.bank.sandbox;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
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
        return Map.of(
                "secret", "whsec_... with which it signs; several, the newest first, while keys change",
                "url", "where the bank runs as a process of its own; in this process when not set",
                "database.url", "the bank's own PostgreSQL database, never the platform's",
                "database.user", "who may make tables there",
                "database.password", "the password",
                "zone", "the zone of the bank's days",
                "delay", "how long after taking an order in it calls back");
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
        return Counter.open(
                database,
                new BankClock(database, host.clock()),
                host.clock(),
                ZoneId.of(settings.getOrDefault("zone", "Asia/Shanghai")),
                Duration.parse(settings.getOrDefault("delay", "PT0.03S")),
                signature,
                () -> host.callbackAddress(CHANNEL));
    }

    private static String required(Map<String, String> settings, String name) {
        var value = settings.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s: expected a value; found none.".formatted(name));
        }
        return value;
    }
}
