package tallystick.rules.guarded;

import java.util.ArrayList;
import java.util.Set;

/** What a rule asks of its case. */
final class LeftSide {
    private static final int DEEPEST = 20;
    private static final int MOST_QUESTIONS = 50;
    private static final Set<String> COMPARING = Set.of("isMoreThan", "isAtLeast", "isLessThan", "isAtMost");
    private static final Set<String> TESTING = Set.of("is", "isOneOf", "isNoneOf");

    private final Tokens tokens;
    private final Arguments arguments;
    private int depth;
    private int questions;

    LeftSide(Tokens tokens, Arguments arguments) {
        this.tokens = tokens;
        this.arguments = arguments;
    }

    String read() throws NotAllowed {
        var all = new ArrayList<String>();
        do {
            all.add(condition());
        } while (tokens.takes(","));
        return String.join(", ", all);
    }

    private String condition() throws NotAllowed {
        return joined("||", () -> joined("&&", this::one));
    }

    private interface Part {
        String read() throws NotAllowed;
    }

    private String joined(String sign, Part part) throws NotAllowed {
        var parts = new ArrayList<String>();
        do {
            parts.add(part.read());
        } while (tokens.takes(sign));
        return parts.size() == 1 ? parts.getFirst() : "(" + String.join(" " + sign + " ", parts) + ")";
    }

    private String one() throws NotAllowed {
        if (++depth > DEEPEST) {
            throw tokens.now().refused("drl-size", "The condition is nested too deeply.", "Split the rule.");
        }
        try {
            if (tokens.takes("!")) {
                return "!" + one();
            }
            if (tokens.takes("(")) {
                var inner = condition();
                tokens.must(")");
                return "(" + inner + ")";
            }
            return question();
        } finally {
            depth--;
        }
    }

    private String question() throws NotAllowed {
        var call = tokens.name();
        if (++questions > MOST_QUESTIONS) {
            throw call.refused("drl-size", "The rule asks for too much.", "Split it.");
        }
        return switch (call.text()) {
            case "known", "missing" -> "%s(%s)".formatted(call.text(), arguments.fact());
            case "word" -> "word(%s)".formatted(arguments.fact()) + test();
            case "number" -> compared(arguments.reckoned("number"));
            default -> throw noCall(call, "known, missing, word or number");
        };
    }

    private String test() throws NotAllowed {
        tokens.must(".");
        var test = tokens.name();
        if (!TESTING.contains(test.text())) {
            throw noCall(test, "is, isOneOf or isNoneOf");
        }
        var words = new ArrayList<String>();
        tokens.must("(");
        do {
            words.add(arguments.word());
        } while (!test.is("is") && tokens.takes(","));
        tokens.must(")");
        return ".%s(%s)".formatted(test.text(), String.join(", ", words));
    }

    private String compared(String number) throws NotAllowed {
        tokens.must(".");
        var comparison = tokens.name();
        if (!COMPARING.contains(comparison.text())) {
            throw noCall(comparison, "isMoreThan, isAtLeast, isLessThan or isAtMost");
        }
        return "%s.%s(%s)".formatted(number, comparison.text(), arguments.term());
    }

    private static NotAllowed noCall(Token call, String expected) {
        return call.refused(
                "drl-call", "The call '%s' is not allowed.".formatted(call.text()), "Write %s.".formatted(expected));
    }
}
