package tallystick.rules;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a rule set is about. Of each kind one may be live. */
public enum RuleKind {
    /** Whether we may lend, how much, and, where no pricing set is live, at what price. */
    CREDIT(EnumSet.complementOf(EnumSet.of(Stage.ROUTE)), Stage.FINDINGS, "verdict"),
    /** At what price, for a case whose grade is known. */
    PRICING(EnumSet.of(Stage.PRICE, Stage.ADDON, Stage.BOUNDS), Stage.PRICE, "rate"),
    /** Which programmes of banks are no place for a case. */
    ROUTING(EnumSet.of(Stage.ROUTE), Stage.ROUTE, "skipped");

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.copyOf, so it is.
    private final Set<Stage> stages;

    private final Stage needed;
    private final String expected;

    RuleKind(Set<Stage> stages, Stage needed, String expected) {
        this.stages = Set.copyOf(stages);
        this.needed = needed;
        this.expected = expected;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RuleKind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    boolean has(Stage stage) {
        return stages.contains(stage);
    }

    /** Without which a set of the kind says nothing. */
    Stage needed() {
        return needed;
    }

    /** What a saved case must say. */
    String expected() {
        return expected;
    }
}
