package tallystick.bank.gateway.banks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.runtime.database.DataFolder;
import tallystick.runtime.security.OwnerOnly;

/** The key a sandbox signs with: made once and kept in the data folder. A real bank's key is agreed with the bank. */
final class BankSecrets {
    private static final String SECRET = "secret";
    private static final int BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    BankSecrets(DataFolder data) {
        this.folder = data.resolve("banks");
    }

    Map<String, String> of(BankSettings settings, BankAdapterFactory factory) {
        var makes = factory.type().equals(BankSettings.SANDBOX)
                && factory.settings().containsKey(SECRET)
                && !settings.own().containsKey(SECRET);
        return makes ? Map.of(SECRET, kept(settings.bank().value())) : Map.of();
    }

    private String kept(String bank) {
        return OwnerOnly.locked(folder, ".lock", () -> {
            var file = folder.resolve(bank + ".secret");
            if (Files.notExists(file)) {
                OwnerOnly.write(file, made());
            }
            return read(file);
        });
    }

    private static String read(Path file) throws IOException {
        OwnerOnly.check(file);
        return Files.readString(file).strip();
    }

    private String made() {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
