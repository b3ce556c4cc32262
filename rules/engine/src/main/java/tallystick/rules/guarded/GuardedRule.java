package tallystick.rules.guarded;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One rule as it was understood, its two sides written anew.
 *
 * @param line where it begins in its file
 * @param facts that it looks at
 * @param salience the greater, the earlier
 */
public record GuardedRule(
        String file, String name, int line, List<String> facts, int salience, String left, List<Action> right) {
    public GuardedRule {
        facts = List.copyOf(facts);
        right = List.copyOf(right);
    }

    /** Whether the rule asks what the fact is, not only if it is there. What others conclude is missing until they do. */
    public boolean compares(String fact) {
        return !fact.startsWith(Case.CONCLUDED)
                && left.replaceAll("(known|missing)\\(\"%s\"\\)".formatted(Pattern.quote(fact)), "")
                        .contains("\"%s\"".formatted(fact));
    }

    /** One call of the right side. */
    record Action(String call, String arguments) {}

    /** @param number its place among the rules of the set */
    String source(int number) {
        return """
            rule "%d" salience %d
            when
                $case : Case( %s )
            then
            %s
            end
            """.formatted(
                number,
                salience,
                left,
                right.stream()
                        .map(action -> "    $case.%s(%d, %s);".formatted(action.call(), number, action.arguments()))
                        .collect(Collectors.joining("\n")));
    }
}
