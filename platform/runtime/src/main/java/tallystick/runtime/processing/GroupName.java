package tallystick.runtime.processing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public name of a processing group: {@code <context>.<feature>} or, for a read model, {@code
 * <context>.<feature>.v<n>}. The context names the schema that holds the group's tokens.
 */
public record GroupName(String text) implements Comparable<GroupName> {
    private static final Pattern RULE = Pattern.compile("([a-z][a-z0-9_]*)\\.([a-z][a-z0-9-]*)(?:\\.v([1-9][0-9]*))?");

    public GroupName {
        if (!RULE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expected a group name like 'loan.payout' or 'loan.balances.v1', found '%s'. Rename the group."
                            .formatted(text));
        }
    }

    /** The context, also the schema. Safe to be put into SQL: letters, digits and underscores. */
    public String schema() {
        return text.substring(0, text.indexOf('.'));
    }

    /** The name without its version. */
    public String model() {
        return versioned() ? text.substring(0, text.lastIndexOf('.')) : text;
    }

    /** The version of a read model. */
    public int version() {
        if (!versioned()) {
            throw new IllegalStateException("Expected a read model's name with a version, found '%s'.".formatted(text));
        }
        return Integer.parseInt(matcher().group(3));
    }

    /** True for the name of a read model. */
    public boolean versioned() {
        return matcher().group(3) != null;
    }

    @Override
    public int compareTo(GroupName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private Matcher matcher() {
        var matcher = RULE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("Checked in the constructor: " + text);
        }
        return matcher;
    }
}
