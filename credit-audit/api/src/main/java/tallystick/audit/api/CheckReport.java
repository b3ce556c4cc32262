package tallystick.audit.api;

import java.util.List;

/**
 * What the checks of a rule set said.
 *
 * @param messages the weightiest first; where there are very many, not all
 */
public record CheckReport(boolean passed, List<Message> messages, Cases cases, Coverage coverage) {
    public CheckReport {
        messages = List.copyOf(messages);
    }

    /** @param severity {@code ERROR} or {@code WARNING} */
    public record Message(
            String severity, String file, int line, int column, String code, String text, String remedy) {}

    /** Saved cases, and those that came out otherwise. */
    public record Cases(int run, int failed) {}

    /** Rows of tables, and those that some saved case reaches. */
    public record Coverage(int rows, int reached) {}
}
