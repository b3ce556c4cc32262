package tallystick.runtime.database;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A context announces itself as a bean of this type: it gets a schema of its name, with the machine's tables and then
 * its own from {@code db/<name>}.
 */
public record ContextSchema(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Set<String> TAKEN = Set.of("store", "keys", "runtime", "quartz", "public", "machine");

    public ContextSchema {
        if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
            throw new IllegalArgumentException(
                    "'%s' cannot be a context's schema; expected lower case letters, digits and _, and none of %s."
                            .formatted(name, TAKEN));
        }
    }
}
