package tallystick.rules;

import java.util.List;

/** A rule set that may not run, with every reason. */
public final class RuleSetInvalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Message> messages;

    /** One thing that is wrong, where, and what to do. Lines and columns count from 1. */
    public record Message(String file, int line, int column, String code, String text, String remedy) {}

    RuleSetInvalid(List<Message> messages) {
        super("Expected a rule set without mistakes; found %d, the first in %s line %d: %s %s"
                .formatted(
                        messages.size(),
                        messages.getFirst().file(),
                        messages.getFirst().line(),
                        messages.getFirst().text(),
                        messages.getFirst().remedy()));
        this.messages = List.copyOf(messages);
    }

    public List<Message> messages() {
        return messages;
    }
}
