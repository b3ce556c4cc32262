package tallystick.rules.guarded;

import java.util.List;
import java.util.function.Predicate;
import tallystick.rules.guarded.Token.Kind;

/** The tokens of a file, read one after the other; who expects something else says so with the place. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token now() {
        return tokens.get(at);
    }

    Token following() {
        return tokens.get(at + 1);
    }

    boolean isAtEnd() {
        return now().kind() == Kind.END;
    }

    boolean takes(String word) {
        if (!now().is(word) || isAtEnd()) {
            return false;
        }
        at++;
        return true;
    }

    void must(String word) throws NotAllowed {
        if (!takes(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    Token must(Kind kind, String expected) throws NotAllowed {
        if (now().kind() != kind) {
            throw unexpected(expected);
        }
        return tokens.get(at++);
    }

    Token name() throws NotAllowed {
        return must(Kind.NAME, "a name");
    }

    /** A text in quotes that is allowed here. */
    String text(String code, Predicate<String> allowed, String expected) throws NotAllowed {
        var token = must(Kind.TEXT, expected + " in quotes");
        if (!allowed.test(token.text())) {
            throw token.refused(code, "The text is not %s.".formatted(expected), "Write %s.".formatted(expected));
        }
        return token.text();
    }

    private NotAllowed unexpected(String expected) {
        var found = isAtEnd() ? "the end" : "'" + now().text() + "'";
        return now().refused(
                        "drl-syntax",
                        "Expected %s; found %s.".formatted(expected, found),
                        "Write the rule as the README of the policies says.");
    }
}
