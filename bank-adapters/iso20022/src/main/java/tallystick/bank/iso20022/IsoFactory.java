package tallystick.bank.iso20022;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.bank.spi.BankHost;

/** Makes the adapter of a bank that takes ISO 20022 files. */
public final class IsoFactory implements BankAdapterFactory {
    @Override
    public String type() {
        return "iso20022";
    }

    @Override
    public Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("out", "the folder from which the bank takes our files"),
                Map.entry("in", "the folder into which the bank puts its files"),
                Map.entry("sftp.host", "the bank's SFTP host, where both folders are; on this machine when not set"),
                Map.entry("sftp.port", "its port; 22 when not set"),
                Map.entry("sftp.user", "who we are there"),
                Map.entry("sftp.fingerprint", "SHA256:... of the host's key; another host is not spoken to"),
                Map.entry("sftp.key", "the file with our private key"),
                Map.entry("sftp.password", "our password, where the bank wants one"),
                Map.entry("owner", "our name as the bank knows it"),
                Map.entry("account", "our account: an IBAN, or the bank's own number"),
                Map.entry("currency", "the account's currency"),
                Map.entry("bic", "the bank's BIC"),
                Map.entry("creditor-id", "under which we debit, where the scheme gives one"),
                Map.entry("zone", "the zone of the bank's days; Europe/Dublin when not set"),
                Map.entry("checksums", "true when each file has its .sha256 beside it, ours and theirs"),
                Map.entry("batch.most", "payments in one file; 5000 when not set"),
                Map.entry(
                        "batch.every",
                        "the longest that a payment waits for its file; PT1M when not set, a day with leaves"),
                Map.entry("batch.leaves", "times at which what waits leaves, before cut-offs, such as 09:45,14:45"),
                Map.entry("secret", "whsec_... that hides accounts in the ledger; the same on all nodes"),
                Map.entry("database.url", "the PostgreSQL database of the ledger; the platform's when not set"),
                Map.entry("database.user", "who may make a schema there"),
                Map.entry("database.password", "the password"));
    }

    @Override
    public BankAdapter create(Map<String, String> settings, BankHost host) {
        return made(settings, host, folder -> folder).start();
    }

    /** @param through stands between the adapter and a folder */
    static IsoAdapter made(Map<String, String> settings, BankHost host, Function<Folder, Folder> through) {
        var account = account(settings);
        var batching = batching(settings, account.zone());
        var checksums = settings.getOrDefault("checksums", "false").equals("true");
        var seal = Seal.of(required(settings, "secret"));
        var out = through.apply(folder(settings, "out"));
        var in = through.apply(folder(settings, "in"));
        var database = new Database(
                required(settings, "database.url"),
                settings.getOrDefault("database.user", ""),
                settings.getOrDefault("database.password", ""),
                "iso_" + host.bank().replace('-', '_'));
        var outgoing = new Outgoing(database, seal);
        var incoming = new Incoming(database, seal);
        var sender = new Sender(host.bank(), outgoing, out, account, batching, checksums, host.clock());
        var collector = new Collector(incoming, in, account, checksums, seal, host::deliver, host.clock());
        var lines = new IsoAdapter.Lines(database, seal, outgoing, incoming, sender, collector, List.of(out, in));
        return new IsoAdapter(host.bank(), lines, account, host.clock());
    }

    private static OwnAccount account(Map<String, String> settings) {
        var number = of("account", required(settings, "account"), AccountNumber::of);
        var currency = of("currency", required(settings, "currency"), Currency::getInstance);
        var zone = of("zone", settings.getOrDefault("zone", "Europe/Dublin"), ZoneId::of);
        return new OwnAccount(
                required(settings, "owner"),
                number,
                currency,
                required(settings, "bic"),
                settings.get("creditor-id"),
                zone);
    }

    private static Batching batching(Map<String, String> settings, ZoneId zone) {
        var leaves = Arrays.stream(settings.getOrDefault("batch.leaves", "").split(",", -1))
                .filter(time -> !time.isBlank())
                .map(time -> of("batch.leaves", time.strip(), LocalTime::parse))
                .toList();
        return new Batching(
                of("batch.most", settings.getOrDefault("batch.most", "5000"), Integer::parseInt),
                of(
                        "batch.every",
                        settings.getOrDefault("batch.every", leaves.isEmpty() ? "PT1M" : "P1D"),
                        Duration::parse),
                leaves,
                zone);
    }

    private static Folder folder(Map<String, String> settings, String name) {
        var path = required(settings, name);
        if (settings.containsKey("sftp.host")) {
            var key = settings.get("sftp.key");
            var host = new Sftp.Host(
                    required(settings, "sftp.host"),
                    of("sftp.port", settings.getOrDefault("sftp.port", "22"), Integer::parseInt),
                    required(settings, "sftp.user"),
                    required(settings, "sftp.fingerprint"),
                    key == null ? null : Path.of(key),
                    settings.get("sftp.password"));
            return new Sftp(host, path);
        }
        try {
            return new Directory(Path.of(path));
        } catch (IOException cannot) {
            throw new IllegalArgumentException("%s: expected a folder; it cannot be made.".formatted(name), cannot);
        }
    }

    private static <T> T of(String name, String text, Function<String, T> reads) {
        try {
            return reads.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "%s: expected another value. %s".formatted(name, wrong.getMessage()), wrong);
        }
    }

    private static String required(Map<String, String> settings, String name) {
        var value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s: expected a value; found none.".formatted(name));
        }
        return value;
    }
}
