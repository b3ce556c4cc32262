package tallystick.runtime.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import tallystick.runtime.security.OwnerOnly;
import tallystick.runtime.security.SecurityRefused;

/** Finds the master key: a setting, or {@code master.key} in the data folder, made at first start. */
final class MasterKeyFile {
    private final Path folder;
    private final Path file;

    MasterKeyFile(Path folder) {
        this.folder = folder;
        file = folder.resolve("master.key");
    }

    /** @param wrappedBy the master key the database already relies on, so that none is made beside it */
    MasterKeys find(SealingSettings settings, Optional<String> wrappedBy) {
        var previous = settings.previousMasterKeys().stream()
                .map(key -> MasterKey.of(key, "tallystick.sealing.previous-master-keys"))
                .toList();
        var current = settings.masterKey() == null
                ? OwnerOnly.locked(folder, ".master.lock", () -> readOrMake(wrappedBy))
                : MasterKey.of(settings.masterKey(), "tallystick.sealing.master-key");
        var keys = new MasterKeys(current, previous);
        wrappedBy.ifPresent(keys::of);
        return keys;
    }

    private MasterKey readOrMake(Optional<String> wrappedBy) throws IOException {
        if (Files.exists(file)) {
            OwnerOnly.check(file);
            return MasterKey.of(Files.readString(file), file.toString());
        }
        if (wrappedBy.isPresent()) {
            throw new SecurityRefused(
                    "Keys in this database are wrapped by master key %s; found no master key here. Set tallystick.sealing.master-key, or copy %s from the node that made it. Without it sealed data cannot be read again."
                            .formatted(wrappedBy.get(), file));
        }
        var text = Base64.getEncoder().encodeToString(Gcm.newKey().getEncoded());
        OwnerOnly.write(file, text + "\n");
        return MasterKey.of(text, file.toString());
    }
}
