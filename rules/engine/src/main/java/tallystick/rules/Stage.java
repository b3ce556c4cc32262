package tallystick.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a table is for, in the order in which they run, and the columns it gives. */
enum Stage {
    FINDINGS(List.of("code", "severity", "rank", "bureau", "text")),
    SCORE(List.of("code", "points", "text")),
    GRADE(List.of("grade")),
    LIMIT(List.of("limit")),
    PRICE(List.of("rate")),
    /** What is added to the price, or taken off it. */
    ADDON(List.of("rate")),
    /** The least and the most a price may be. */
    BOUNDS(List.of("floor", "ceiling")),
    /** Programmes that are no place for a case. */
    ROUTE(List.of("programme", "code", "text"));

    /** A column that a findings table may have: whether a smaller amount may come out otherwise. */
    static final String SMALLER_HELPS = "smaller-helps";

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, so it is.
    private final List<String> columns;

    Stage(List<String> columns) {
        this.columns = columns;
    }

    List<String> columns() {
        return columns;
    }

    boolean isOfPrice() {
        return this == PRICE || this == ADDON || this == BOUNDS;
    }

    /** Whether the price rests on it. */
    boolean isBeforePrice() {
        return this == SCORE || this == GRADE || isOfPrice();
    }

    boolean gives(String column) {
        return columns.contains(column) || (this == FINDINGS && column.equals(SMALLER_HELPS));
    }

    String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Stage> of(String text) {
        return Arrays.stream(values())
                .filter(stage -> stage.text().equals(text))
                .findFirst();
    }
}
