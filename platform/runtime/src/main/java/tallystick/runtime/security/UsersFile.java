package tallystick.runtime.security;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code users.properties} in the data folder: {@code name=password}, one a line, a password or a hash such as {@code
 * {bcrypt}...}. Only its owner may read it.
 */
final class UsersFile {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 18;

    private final Path folder;
    private final Path file;

    UsersFile(Path dataFolder) {
        folder = dataFolder;
        file = dataFolder.resolve("users.properties");
    }

    Path path() {
        return file;
    }

    /** Name to password or hash; empty when there is no file yet. */
    Map<String, String> read() {
        try {
            if (Files.notExists(file)) {
                return Map.of();
            }
            OwnerOnly.check(file);
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            var users = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(name -> users.put(name, notBlank(name, properties)));
            return users;
        } catch (IOException | IllegalArgumentException e) {
            throw new SecurityRefused("%s could not be read: %s".formatted(file, e), e);
        }
    }

    /** Makes random passwords for those of {@code names} that have none, and returns what it made. */
    Map<String, String> complete(Collection<String> names) {
        return OwnerOnly.locked(folder, ".users.lock", () -> add(names));
    }

    /** When it was last written; null without a file. A change is noticed by it. */
    @Nullable
    FileTime written() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return null;
        }
    }

    private Map<String, String> add(Collection<String> names) throws IOException {
        var present = read();
        var made = new LinkedHashMap<String, String>();
        names.stream().filter(name -> !present.containsKey(name)).forEach(name -> made.put(name, password()));
        if (!made.isEmpty()) {
            var text = new StringBuilder(Files.exists(file) ? Files.readString(file) : "# name=password or hash\n");
            if (!text.toString().endsWith("\n")) {
                text.append('\n');
            }
            made.forEach((name, password) ->
                    text.append(name).append('=').append(password).append('\n'));
            OwnerOnly.write(file, text.toString());
        }
        return made;
    }

    private String notBlank(String name, Properties properties) {
        var value = properties.getProperty(name);
        if (value.isBlank()) {
            throw new SecurityRefused("%s has no password for '%s'. Write one, or remove the line to have one made."
                    .formatted(file, name));
        }
        return value.strip();
    }

    private static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
