package tallystick.rules.guarded;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tallystick.rules.drools.Compiled;

/** Rules that passed the grammar, compiled. Any number of threads may run them. */
public final class GuardedRules implements AutoCloseable {
    private final List<GuardedRule> rules;
    private final Compiled compiled;

    private GuardedRules(List<GuardedRule> rules, Compiled compiled) {
        this.rules = rules;
        this.compiled = compiled;
    }

    /** What a file says, understood and not yet compiled. */
    public static List<GuardedRule> read(String file, String text, Vocabulary vocabulary) throws NotAllowed {
        return Grammar.read(file, text, vocabulary);
    }

    /** @throws IllegalStateException when class files come out that call anybody but a case: the grammar has a hole */
    public static GuardedRules compile(String name, List<GuardedRule> rules) {
        var compiled = Compiled.of(name + "-guarded", List.of(source(rules)));
        var foreign = ClassScan.foreign(compiled.classes());
        if (!foreign.isEmpty()) {
            compiled.close();
            throw new IllegalStateException(
                    "Expected guarded rules to call their case only; found %s.".formatted(foreign));
        }
        return new GuardedRules(List.copyOf(rules), compiled);
    }

    private static String source(List<GuardedRule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(number -> rules.get(number).source(number))
                .collect(Collectors.joining(
                        "\n",
                        "package tallystick.rules.generated.guarded\nimport tallystick.rules.guarded.Case\n",
                        ""));
    }

    public GuardedRule rule(int number) {
        return rules.get(number);
    }

    public List<GuardedRule> rules() {
        return rules;
    }

    /** @throws RunStopped when the rules do not come to rest */
    public Collection<Said> run(GuardedFacts facts) {
        var bounds = new Bounds();
        var about = new Case(facts, bounds);
        var session = compiled.session();
        try {
            var handle = session.insert(about);
            for (var fired = 1; session.fireAllRules(1) > 0; fired++) {
                bounds.fired(fired);
                if (about.hasChanged()) {
                    session.update(handle, about);
                }
            }
            return about.said();
        } catch (RuntimeException failure) {
            throw stopped(failure);
        } finally {
            session.dispose();
        }
    }

    /** Drools wraps what a rule throws. */
    private static RuntimeException stopped(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunStopped stopped) {
                return stopped;
            }
        }
        return failure;
    }

    @Override
    public void close() {
        compiled.close();
    }
}
