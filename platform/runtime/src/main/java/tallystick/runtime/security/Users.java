package tallystick.runtime.security;

import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who can log in with a password. Settings win over the file; the file is read again when it was written, and
 * a user whose line did not change stays the same object, so that what was verified stays verified.
 */
final class Users {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final Map<String, UserSettings.Setting> settings;
    private final UsersFile file;
    private final PasswordHashes hashes = new PasswordHashes();
    private final ProcessKey key;
    private final Consumer<User> changed;
    private volatile Loaded loaded;

    private record Loaded(@Nullable FileTime written, Map<String, User> users) {}

    /**
     * @param announce told once what was made at first start
     * @param changed told of a user whose password or roles are no longer what they were
     */
    Users(
            Map<String, UserSettings.Setting> settings,
            UsersFile file,
            ProcessKey key,
            Consumer<Map<String, String>> announce,
            Consumer<User> changed) {
        this.settings = settings;
        this.file = file;
        this.key = key;
        this.changed = changed;
        var made = file.complete(withoutPassword());
        loaded = new Loaded(file.written(), load(Map.of()));
        if (!made.isEmpty()) {
            announce.accept(made);
        }
    }

    @Nullable
    User find(String name) {
        return current().get(name);
    }

    Collection<User> all() {
        return current().values();
    }

    private Map<String, User> current() {
        if (!Objects.equals(loaded.written(), file.written())) {
            reload();
        }
        return loaded.users();
    }

    /** A file that became unusable keeps the users of before: an editor's mistake must not lock everybody out. */
    private synchronized void reload() {
        var written = file.written();
        if (Objects.equals(loaded.written(), written)) {
            return;
        }
        var before = loaded.users();
        try {
            if (written == null) {
                throw new SecurityRefused(
                        "%s is gone. Put it back, or restart to have new passwords made.".formatted(file.path()));
            }
            loaded = new Loaded(written, load(before));
        } catch (SecurityRefused e) {
            loaded = new Loaded(written, before);
            LOG.error("Users stay as they were: {}", e.getMessage());
            return;
        }
        before.values().stream()
                .filter(user -> !user.equals(loaded.users().get(user.name())))
                .forEach(changed);
    }

    private List<String> withoutPassword() {
        return BuiltIn.users().keySet().stream()
                .filter(name ->
                        !settings.containsKey(name) || settings.get(name).password() == null)
                .toList();
    }

    private Map<String, User> load(Map<String, User> before) {
        var passwords = new TreeMap<>(file.read());
        settings.forEach((name, setting) -> {
            if (setting.password() != null) {
                passwords.put(name, setting.password());
            }
        });
        var users = new LinkedHashMap<String, User>();
        passwords.forEach((name, password) -> users.put(name, user(name, password, before.get(name))));
        settings.keySet().stream().filter(name -> !users.containsKey(name)).forEach(name -> {
            throw new SecurityRefused("tallystick.users.%s has roles but no password. Set tallystick.users.%s.password."
                    .formatted(name, name));
        });
        return users;
    }

    private User user(String name, String password, @Nullable User before) {
        var roles = roles(name);
        var print = key.of(name, password, roles.toString());
        return before != null && before.print().equals(print)
                ? before
                : new User(name, roles, new Secret(name, password, hashes), print);
    }

    private Set<Role> roles(String name) {
        var setting = settings.get(name);
        if (setting != null && setting.roles() != null) {
            var roles = EnumSet.noneOf(Role.class);
            setting.roles().forEach(text -> roles.add(Role.of(text).orElseThrow(() -> unknownRole(name, text))));
            return roles;
        }
        var role = BuiltIn.users().get(name);
        if (role == null) {
            throw unknownRole(name, "");
        }
        return EnumSet.of(role);
    }

    private static SecurityRefused unknownRole(String name, String found) {
        return new SecurityRefused("User '%s' needs roles of %s in tallystick.users.%s.roles; found '%s'."
                .formatted(name, List.of(Role.values()), name, found));
    }
}
