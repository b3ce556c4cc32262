package tallystick.rules.guarded;

import java.util.ArrayList;
import java.util.List;
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
    private static final int HIGHEST = 10_000;

    private final String file;
    private final Tokens tokens;
    private final Vocabulary vocabulary;

    private Grammar(String file, Tokens tokens, Vocabulary vocabulary) {
        this.file = file;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    static List<GuardedRule> read(String file, String text, Vocabulary vocabulary) throws NotAllowed {
        var tokens = Scanner.tokens(text);
        Forbidden.check(tokens);
        return new Grammar(file, new Tokens(tokens), vocabulary).rules();
    }

    private List<GuardedRule> rules() throws NotAllowed {
        if (tokens.takes("package")) {
            path();
        }
        while (tokens.takes("import")) {
            path();
        }
        var rules = new ArrayList<GuardedRule>();
        while (!tokens.isAtEnd()) {
            if (rules.size() == MOST_RULES) {
                throw tokens.now()
                        .refused("drl-size", "The file has more than %d rules.".formatted(MOST_RULES), "Split it.");
            }
            rules.add(rule());
        }
        return rules;
    }

    /** Which name stands here does not matter: what is compiled has names of its own. */
    private void path() throws NotAllowed {
        do {
            tokens.name();
        } while (tokens.takes("."));
        tokens.takes(";");
    }

    private GuardedRule rule() throws NotAllowed {
        var start = tokens.now();
        var arguments = new Arguments(tokens, vocabulary);
        tokens.must("rule");
        var name = tokens.must(Kind.TEXT, "a name in quotes").text();
        var salience = tokens.takes("salience") ? salience() : 0;
        tokens.must("when");
        var variable = variable();
        var left = looked(arguments);
        tokens.must("then");
        var right = new RightSide(tokens, arguments, variable).read(start);
        return new GuardedRule(file, name, start.line(), arguments.facts(), salience, left, right);
    }

    private int salience() throws NotAllowed {
        if (tokens.now().kind() != Kind.NUMBER) {
            throw tokens.now().refused("drl-salience", "A salience is a number.", "Write the number itself.");
        }
        var number = Integer.parseInt(tokens.must(Kind.NUMBER, "a number").text());
        return Math.clamp(number, -HIGHEST, HIGHEST);
    }

    private String variable() throws NotAllowed {
        var variable = tokens.name();
        if (!variable.text().startsWith("$")) {
            throw variable.refused("drl-pattern", "A rule binds its case first.", "Begin with $case : Case(...).");
        }
        tokens.must(":");
        return variable.text();
    }

    private String looked(Arguments arguments) throws NotAllowed {
        if (!tokens.now().is("Case")) {
            throw tokens.now()
                    .refused("drl-pattern", "A rule looks at a case and at nothing else.", "Write Case(...).");
        }
        tokens.must("Case");
        tokens.must("(");
        var left = new LeftSide(tokens, arguments).read();
        tokens.must(")");
        if (!tokens.now().is("then")) {
            throw tokens.now()
                    .refused("drl-pattern", "A rule looks at one case, once.", "Join conditions with commas in it.");
        }
        return left;
    }
}
