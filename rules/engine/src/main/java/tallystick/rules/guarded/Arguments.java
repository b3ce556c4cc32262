package tallystick.rules.guarded;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the brackets of a call, each kind held to what it may be, and written anew in quotes of ours. */
final class Arguments {
    private static final Set<String> RECKONING = Set.of("plus", "minus", "times", "over");

    private final Tokens tokens;
    private final Vocabulary vocabulary;
    private final Set<String> facts = new LinkedHashSet<>();

    Arguments(Tokens tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** Every fact that was named. */
    List<String> facts() {
        return List.copyOf(facts);
    }

    String fact() throws NotAllowed {
        tokens.must("(");
        var fact = tokens.text(
                "unknown-fact", name -> isConcluded(name) || vocabulary.isFact(name), "a fact of facts.csv");
        tokens.must(")");
        facts.add(fact);
        return quoted(fact);
    }

    /** A number, or a fact that is one. */
    String term() throws NotAllowed {
        tokens.must("(");
        var term = tokens.text(
                "unknown-fact",
                name -> CaseNumber.isNumber(name) || isConcluded(name) || vocabulary.isNumber(name),
                "a number, or a fact of facts.csv that is one");
        tokens.must(")");
        if (!CaseNumber.isNumber(term)) {
            facts.add(term);
        }
        return quoted(term);
    }

    /** A number with what is reckoned, up to the call that is not reckoning. */
    String reckoned(String start) throws NotAllowed {
        var reckoned = new StringBuilder("%s(%s)".formatted(start, term()));
        while (tokens.now().is(".") && RECKONING.contains(tokens.following().text())) {
            tokens.must(".");
            reckoned.append(".%s(%s)".formatted(tokens.name().text(), term()));
        }
        return reckoned.toString();
    }

    String word() throws NotAllowed {
        return quoted(tokens.text("drl-text", vocabulary::isWord, "plain words"));
    }

    String code() throws NotAllowed {
        return quoted(tokens.text("not-allowed", vocabulary::isCode, "a code such as AFF-DSR"));
    }

    String sentence() throws NotAllowed {
        return quoted(tokens.text("not-allowed", vocabulary::isSentence, "a plain sentence that says something"));
    }

    /** The name of what a rule finds out. */
    String conclusion() throws NotAllowed {
        return quoted(tokens.text("unknown-fact", Arguments::isConcluded, "a name such as concluded.burden"));
    }

    private static boolean isConcluded(String name) {
        return name.matches("concluded\\.[a-z][A-Za-z0-9]{0,31}");
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
