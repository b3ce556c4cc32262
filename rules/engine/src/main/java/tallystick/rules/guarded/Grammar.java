package tallystick.rules.guarded;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tallystick.rules.guarded.GuardedRule.Action;
import tallystick.rules.guarded.Token.Kind;

/**
 * The part of Drools' language that is allowed. Everything that is understood is written anew, from names of its own and from
 * texts that were looked at, so that nothing of the file itself is ever compiled.
 *
 * <pre>
 * file      = [ "package" name [";"] ] { "import tallystick.rules.guarded.Case" [";"] } { rule }
 * rule      = "rule" text [ "salience" number ]
 *             "when" variable ":" "Case" "(" condition { "," condition } ")" "then" { action } "end"
 * condition = all { "||" all }      all = one { "&&" one }      one = "!" one | "(" condition ")" | question
 * question  = ( "known" | "missing" ) "(" fact ")" | "word" "(" fact ")" "." test | number "." comparison
 * action    = variable "." ( "decline" | "refer" | "note" ) "(" code "," rank "," sentence ")" ";"
 *           | variable "." "conclude" "(" fact "," ( word | variable "." number ) ")" ";"
 * </pre>
 */
final class Grammar {
    private static final int MOST_RULES = 500;
    private static final int DEEPEST = 20;
    private static final int MOST_ACTIONS = 20;
    private static final int MOST_QUESTIONS = 50;
    private static final int HIGHEST = 10_000;
    private static final Set<String> RECKONING = Set.of("plus", "minus", "times", "over");
    private static final Set<String> COMPARING = Set.of("isMoreThan", "isAtLeast", "isLessThan", "isAtMost");
    private static final Set<String> TESTING = Set.of("is", "isOneOf", "isNoneOf");
    private static final Set<String> SAYING = Set.of("decline", "refer", "note");

    private final String file;
    private final List<Token> tokens;
    private final Vocabulary vocabulary;
    private final Set<String> facts = new LinkedHashSet<>();
    private String variable = "";
    private int at;
    private int depth;
    private int questions;

    private Grammar(String file, List<Token> tokens, Vocabulary vocabulary) {
        this.file = file;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    static List<GuardedRule> read(String file, String text, Vocabulary vocabulary) throws NotAllowed {
        var tokens = Scanner.tokens(text);
        Forbidden.check(tokens);
        return new Grammar(file, tokens, vocabulary).rules();
    }

    private List<GuardedRule> rules() throws NotAllowed {
        if (takes("package")) {
            path();
            takes(";");
        }
        while (takes("import")) {
            path();
            takes(";");
        }
        var rules = new ArrayList<GuardedRule>();
        while (now().kind() != Kind.END) {
            if (rules.size() == MOST_RULES) {
                throw now().refused("drl-size", "The file has more than %d rules.".formatted(MOST_RULES), "Split it.");
            }
            rules.add(rule());
        }
        return rules;
    }

    /** Which name stands here does not matter: what is compiled has names of its own. */
    private void path() throws NotAllowed {
        do {
            name();
        } while (takes("."));
    }

    private GuardedRule rule() throws NotAllowed {
        var start = now();
        facts.clear();
        questions = 0;
        must("rule");
        var name = must(Kind.TEXT, "a name in quotes").text();
        var salience = takes("salience") ? salience() : 0;
        must("when");
        variable = name().text();
        if (!variable.startsWith("$")) {
            throw tokens.get(at - 1)
                    .refused("drl-pattern", "A rule binds its case first.", "Begin with $case : Case(...).");
        }
        must(":");
        if (!now().is("Case")) {
            throw now().refused("drl-pattern", "A rule looks at a case and at nothing else.", "Write Case(...).");
        }
        must("Case");
        must("(");
        var left = conditions();
        must(")");
        if (!now().is("then")) {
            throw now().refused("drl-pattern", "A rule looks at one case, once.", "Join conditions with commas in it.");
        }
        must("then");
        var right = actions(start);
        return new GuardedRule(file, name, start.line(), List.copyOf(facts), salience, left, right);
    }

    private int salience() throws NotAllowed {
        if (now().kind() != Kind.NUMBER) {
            throw now().refused("drl-salience", "A salience is a number.", "Write the number itself.");
        }
        var number = Integer.parseInt(next().text());
        return Math.clamp(number, -HIGHEST, HIGHEST);
    }

    private String conditions() throws NotAllowed {
        var all = new ArrayList<String>();
        do {
            all.add(condition());
        } while (takes(","));
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
        } while (takes(sign));
        return parts.size() == 1 ? parts.getFirst() : "(" + String.join(" " + sign + " ", parts) + ")";
    }

    private String one() throws NotAllowed {
        if (++depth > DEEPEST) {
            throw now().refused("drl-size", "The condition is nested too deeply.", "Split the rule.");
        }
        try {
            if (takes("!")) {
                return "!" + one();
            }
            if (takes("(")) {
                var inner = condition();
                must(")");
                return "(" + inner + ")";
            }
            return question();
        } finally {
            depth--;
        }
    }

    private String question() throws NotAllowed {
        var call = name();
        if (++questions > MOST_QUESTIONS) {
            throw call.refused("drl-size", "The rule asks for too much.", "Split it.");
        }
        return switch (call.text()) {
            case "known", "missing" -> call.text() + "(" + quoted(only(this::fact)) + ")";
            case "word" -> "word(" + quoted(only(this::fact)) + ")" + test();
            case "number" -> compared(reckoned("number"));
            default -> throw noCall(call, "known, missing, word or number");
        };
    }

    private String test() throws NotAllowed {
        must(".");
        var test = name();
        if (!TESTING.contains(test.text())) {
            throw noCall(test, "is, isOneOf or isNoneOf");
        }
        var words = new ArrayList<String>();
        must("(");
        do {
            words.add(quoted(text("drl-text", vocabulary::isWord, "plain words")));
        } while (!test.is("is") && takes(","));
        must(")");
        return "." + test.text() + "(" + String.join(", ", words) + ")";
    }

    /** A number with what is reckoned, up to the call that is not reckoning. */
    private String reckoned(String start) throws NotAllowed {
        var reckoned = new StringBuilder(start)
                .append('(')
                .append(quoted(only(this::term)))
                .append(')');
        while (now().is(".") && RECKONING.contains(tokens.get(at + 1).text())) {
            must(".");
            reckoned.append('.')
                    .append(name().text())
                    .append('(')
                    .append(quoted(only(this::term)))
                    .append(')');
        }
        return reckoned.toString();
    }

    private String compared(String number) throws NotAllowed {
        must(".");
        var comparison = name();
        if (!COMPARING.contains(comparison.text())) {
            throw noCall(comparison, "isMoreThan, isAtLeast, isLessThan or isAtMost");
        }
        return number + "." + comparison.text() + "(" + quoted(only(this::term)) + ")";
    }

    private List<Action> actions(Token rule) throws NotAllowed {
        var actions = new ArrayList<Action>();
        while (!takes("end")) {
            if (actions.size() == MOST_ACTIONS) {
                throw now().refused("drl-size", "The rule says too much.", "Split it.");
            }
            actions.add(action());
        }
        if (actions.isEmpty()) {
            throw rule.refused("drl-syntax", "The rule says nothing.", "Write $case.refer(code, rank, sentence);");
        }
        return actions;
    }

    private Action action() throws NotAllowed {
        if (!now().is(variable)) {
            throw now().refused(
                            "drl-action",
                            "A rule says something about its case only.",
                            "Write %s.refer(...);".formatted(variable));
        }
        must(variable);
        must(".");
        var call = name();
        var said = SAYING.contains(call.text()) ? saying() : concluding(call);
        must(";");
        return new Action(call.text(), said);
    }

    private String saying() throws NotAllowed {
        must("(");
        var code = text("not-allowed", vocabulary::isCode, "a code such as AFF-DSR");
        must(",");
        var rank = must(Kind.NUMBER, "a rank").text();
        must(",");
        var sentence = text("not-allowed", vocabulary::isSentence, "a plain sentence that says something");
        must(")");
        return "%s, %d, %s".formatted(quoted(code), Math.clamp(Integer.parseInt(rank), 1, 9_999), quoted(sentence));
    }

    private String concluding(Token call) throws NotAllowed {
        if (!call.is("conclude")) {
            throw call.refused(
                    "drl-action",
                    "The call '%s' is not allowed.".formatted(call.text()),
                    "Write decline, refer, note or conclude.");
        }
        must("(");
        var fact = text("unknown-fact", this::isConcluded, "a name such as concluded.burden");
        must(",");
        var value = now().kind() == Kind.TEXT ? quoted(text("drl-text", vocabulary::isWord, "a plain word")) : number();
        must(")");
        return quoted(fact) + ", " + value;
    }

    private String number() throws NotAllowed {
        must(variable);
        must(".");
        must("number");
        return reckoned("$case.number");
    }

    private String only(Part part) throws NotAllowed {
        must("(");
        var text = part.read();
        must(")");
        return text;
    }

    private String fact() throws NotAllowed {
        var place = now();
        var fact = text("unknown-fact", name -> isConcluded(name) || vocabulary.isFact(name), "a fact of facts.csv");
        facts.add(fact);
        return place.text();
    }

    /** A number, or a fact that is one. */
    private String term() throws NotAllowed {
        var place = now();
        var term = text(
                "unknown-fact",
                name -> CaseNumber.isNumber(name) || isConcluded(name) || vocabulary.isNumber(name),
                "a number, or a fact of facts.csv that is one");
        if (!CaseNumber.isNumber(term)) {
            facts.add(term);
        }
        return place.text();
    }

    private boolean isConcluded(String name) {
        return name.matches("concluded\\.[a-z][A-Za-z0-9]{0,31}");
    }

    private String text(String code, Predicate<String> allowed, String expected) throws NotAllowed {
        var token = must(Kind.TEXT, expected + " in quotes");
        if (!allowed.test(token.text())) {
            throw token.refused(code, "The text is not %s.".formatted(expected), "Write %s.".formatted(expected));
        }
        return token.text();
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static NotAllowed noCall(Token call, String expected) {
        return call.refused(
                "drl-call", "The call '%s' is not allowed.".formatted(call.text()), "Write %s.".formatted(expected));
    }

    private Token now() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean takes(String word) {
        if (!now().is(word) || now().kind() == Kind.END) {
            return false;
        }
        at++;
        return true;
    }

    private Token name() throws NotAllowed {
        return must(Kind.NAME, "a name");
    }

    private Token must(Kind kind, String expected) throws NotAllowed {
        if (now().kind() != kind) {
            throw unexpected(expected);
        }
        return next();
    }

    private void must(String word) throws NotAllowed {
        if (!takes(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    private NotAllowed unexpected(String expected) {
        var found = now().kind() == Kind.END ? "the end" : "'" + now().text() + "'";
        return now().refused(
                        "drl-syntax",
                        "Expected %s; found %s.".formatted(expected, found),
                        "Write the rule as the README of the policies says.");
    }
}
