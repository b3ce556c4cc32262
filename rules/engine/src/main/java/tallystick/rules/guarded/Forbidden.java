package tallystick.rules.guarded;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Words of Drools and Java that let a rule do more than look at a case, and why each is refused. Never complete: what is no part of the grammar is refused anyway. */
final class Forbidden {
    private static final Map<String, List<String>> BY_CODE = Map.ofEntries(
            Map.entry("drl-function", List.of("function")),
            Map.entry("drl-eval", List.of("eval")),
            Map.entry("drl-global", List.of("global")),
            Map.entry("drl-declare", List.of("declare", "trait")),
            Map.entry("drl-query", List.of("query")),
            Map.entry("drl-unit", List.of("unit")),
            Map.entry("drl-dialect", List.of("dialect")),
            Map.entry("drl-from", List.of("from", "entry-point")),
            Map.entry("drl-accumulate", List.of("accumulate", "acc", "collect", "groupby", "over-window", "window")),
            Map.entry("drl-enabled", List.of("enabled")),
            Map.entry("drl-timer", List.of("timer", "duration", "calendars", "date-effective", "date-expires")),
            Map.entry(
                    "drl-group",
                    List.of("agenda-group", "ruleflow-group", "activation-group", "auto-focus", "lock-on-active")),
            Map.entry("drl-memory", List.of("insert", "insertLogical", "update", "modify", "retract", "delete")),
            Map.entry("drl-engine", List.of("drools", "kcontext", "channels", "kieRuntime")),
            Map.entry("drl-extends", List.of("extends")),
            Map.entry("drl-template", List.of("template")),
            Map.entry("drl-pattern", List.of("exists", "forall", "not", "and", "or")),
            Map.entry(
                    "drl-java",
                    List.of(
                            "new",
                            "while",
                            "for",
                            "do",
                            "if",
                            "else",
                            "switch",
                            "try",
                            "throw",
                            "return",
                            "class",
                            "interface",
                            "enum",
                            "record",
                            "synchronized",
                            "static",
                            "native",
                            "instanceof",
                            "this",
                            "super",
                            "var")));

    private static final List<String> CASE = List.of("import", "tallystick", ".", "rules", ".", "guarded", ".", "Case");
    private static final Set<String> SIGNS = Set.of("(", ")", ",", ";", ":", ".", "!", "&&", "||");

    private Forbidden() {}

    static void check(List<Token> tokens) throws NotAllowed {
        for (var n = 0; n < tokens.size(); n++) {
            var token = tokens.get(n);
            switch (token.kind()) {
                case NAME -> name(token, tokens.subList(n, tokens.size()));
                case SIGN -> sign(token);
                case TEXT, NUMBER, END -> {}
            }
        }
    }

    private static void name(Token token, List<Token> following) throws NotAllowed {
        if (token.is("import") && !isCase(following)) {
            throw token.refused("drl-import", "Nothing but a case may be imported.", "Take the import out.");
        }
        for (var code : BY_CODE.entrySet()) {
            if (code.getValue().contains(token.text())) {
                throw token.refused(
                        code.getKey(),
                        "The word '%s' is not allowed.".formatted(token.text()),
                        "A rule looks at its case and says something about it; take the rest out.");
            }
        }
    }

    private static boolean isCase(List<Token> imported) {
        return imported.size() > CASE.size()
                && IntStream.range(0, CASE.size()).allMatch(n -> imported.get(n).is(CASE.get(n)))
                && !imported.get(CASE.size()).is(".");
    }

    private static void sign(Token token) throws NotAllowed {
        if (token.is("@")) {
            throw token.refused("drl-annotation", "Annotations are not allowed.", "Take it out.");
        }
        if (!SIGNS.contains(token.text())) {
            throw token.refused(
                    "drl-operator",
                    "The sign '%s' is not allowed.".formatted(token.text()),
                    "Compare and reckon with calls such as number(\"dti\").isMoreThan(\"0.45\").");
        }
    }
}
