package tallystick.runtime.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import tallystick.runtime.security.OwnerOnly;

/** The embedded server's password: random, known to this process alone, kept where only its user reads it. */
final class ServerPassword {
    private ServerPassword() {}

    static String read(DataFolder folder) throws IOException {
        Path file = file(folder);
        if (Files.notExists(file)) {
            throw new DatabaseRefused(
                    "There is a database in %s, but its password is missing (%s).".formatted(folder.path(), file),
                    "Put the file back from your backup; folder and password belong together.");
        }
        OwnerOnly.check(file);
        return Files.readString(file);
    }

    /** Written before the database is made, and in one step, so that there is never one without the other. */
    static String make(DataFolder folder) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        OwnerOnly.write(file(folder), password);
        return password;
    }

    private static Path file(DataFolder folder) {
        return folder.resolve("postgres.password");
    }
}
