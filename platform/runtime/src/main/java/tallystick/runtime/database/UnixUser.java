package tallystick.runtime.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** A line of the machine's list of users. */
record UnixUser(String name, int uid, int gid) {
    static Optional<UnixUser> byName(String name) {
        return find(user -> user.name.equals(name));
    }

    static Optional<UnixUser> byId(long uid) {
        return find(user -> user.uid == uid);
    }

    private static Optional<UnixUser> find(Predicate<UnixUser> wanted) {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3)
                    .map(fields -> new UnixUser(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .filter(wanted)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the machine's users", e);
        }
    }
}
