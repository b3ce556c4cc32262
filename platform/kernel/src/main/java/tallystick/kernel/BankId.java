package tallystick.kernel;

import java.util.regex.Pattern;

/** A bank by the name operators gave it, such as {@code sandbox}. A name, not a thing that decides: it has no kind. */
public record BankId(String value) implements Id {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public BankId {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected a bank's name of at most 31 lower-case letters, digits and dashes; found '%s'."
                            .formatted(value.length() <= 31 ? value : value.substring(0, 31) + "..."));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
