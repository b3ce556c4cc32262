package tallystick.runtime.security;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Users as {@code tallystick.users.<name>.password} and {@code .roles} set them. An environment variable has no dashes:
 * for {@code senior-underwriter} both {@code TALLYSTICK_USERS_SENIORUNDERWRITER_PASSWORD} and {@code
 * TALLYSTICK_USERS_SENIOR_UNDERWRITER_PASSWORD} are taken. A name that is not built in reads from the environment in
 * lower case and without dashes.
 */
final class UserSettings {
    /**
     * @param password plain or a hash; null leaves it to the file
     * @param roles null leaves a built-in user its role
     */
    record Setting(@Nullable String password, @Nullable List<String> roles) {}

    private static final String PREFIX = "tallystick.users";

    private UserSettings() {}

    static Map<String, Setting> read(Environment environment) {
        var settings = new TreeMap<String, Setting>();
        var builtIn = BuiltIn.users().keySet();
        builtIn.forEach(name -> put(settings, name, exactly(environment, name)));
        // The same user again, as an environment variable spells it: not a user of its own.
        var spellings = builtIn.stream()
                .flatMap(name -> Stream.of(name, name.replace("-", "")))
                .collect(Collectors.toSet());
        Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, Setting.class))
                .orElse(Map.of())
                .forEach((name, setting) -> {
                    if (!spellings.contains(name)) {
                        put(settings, name, setting);
                    }
                });
        return settings;
    }

    private static Setting exactly(Environment environment, String name) {
        var roles = environment.getProperty(PREFIX + "." + name + ".roles", String[].class);
        return new Setting(
                environment.getProperty(PREFIX + "." + name + ".password"), roles == null ? null : List.of(roles));
    }

    private static void put(Map<String, Setting> settings, String name, Setting setting) {
        if (setting.password() != null && setting.password().isBlank()) {
            throw new SecurityRefused("%s.%s.password is blank. Set a password or a hash, or remove the setting."
                    .formatted(PREFIX, name));
        }
        if (setting.password() != null || setting.roles() != null) {
            settings.put(name, setting);
        }
    }
}
