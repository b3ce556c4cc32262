package tallystick.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author sees everything at once. */
final class Complaints {
    private final List<RuleSetInvalid.Message> messages = new ArrayList<>();

    void add(String file, int line, int column, String code, String text, String remedy) {
        messages.add(new RuleSetInvalid.Message(file, line, column, code, text, remedy));
    }

    void throwAny() {
        if (!messages.isEmpty()) {
            throw new RuleSetInvalid(messages);
        }
    }
}
