package tallystick.runtime.processing;

/** Where a group without tokens begins to read. */
public sealed interface StartsAt {
    /** With the first event ever recorded. */
    record Tail() implements StartsAt {}

    /** With the next event that will be recorded. */
    record Head() implements StartsAt {}

    /** With the event behind this position. */
    record After(long position) implements StartsAt {
        public After {
            if (position < 0) {
                throw new IllegalArgumentException("Expected a position from 0 on, found %d.".formatted(position));
            }
        }
    }

    /** Reads what an operator wrote: {@code tail}, {@code head} or a position. */
    static StartsAt parse(String text) {
        return switch (text.strip()) {
            case "tail" -> new Tail();
            case "head" -> new Head();
            case String digits when digits.matches("\\d{1,18}") -> new After(Long.parseLong(digits));
            default ->
                throw new IllegalArgumentException(
                        "Expected 'tail', 'head' or a position as start of a group, found '%s'.".formatted(text));
        };
    }
}
