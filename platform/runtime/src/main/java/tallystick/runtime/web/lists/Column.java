package tallystick.runtime.web.lists;

import java.util.regex.Pattern;

/** A column to page by, with its SQL type, since a cursor carries text. Written by programmers, never by callers. */
public record Column(String name, String type) {
    private static final Pattern SAFE = Pattern.compile("[a-z_][a-z0-9_.]*( [a-z ]+)?");

    public Column {
        if (!SAFE.matcher(name).matches() || !SAFE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "Expected a column and its SQL type; found %s %s.".formatted(name, type));
        }
    }
}
