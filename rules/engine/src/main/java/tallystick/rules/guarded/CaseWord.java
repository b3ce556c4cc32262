package tallystick.rules.guarded;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact as a word. A missing one is none of anything. */
public final class CaseWord {
    private final @Nullable String text;

    CaseWord(@Nullable String text) {
        this.text = text;
    }

    public boolean is(String word) {
        return word.equals(text);
    }

    public boolean isOneOf(String... words) {
        return text != null && List.of(words).contains(text);
    }

    /** Not even a missing one is not one of these: what is missing satisfies no comparison. */
    public boolean isNoneOf(String... words) {
        return text != null && !List.of(words).contains(text);
    }

    @Nullable
    String text() {
        return text;
    }
}
