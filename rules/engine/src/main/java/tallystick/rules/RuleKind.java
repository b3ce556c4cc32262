package tallystick.rules;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a rule set is about. Of each kind one may be live. */
public enum RuleKind {
    /** Whether we may lend, and how much. A set from before prices had sets of their own may have price tables too. */
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

    /** Where its rules lie among those of others. */
    String folder() {
        return text() + "/";
    }

    /** Whose a file is by its place. */
    static RuleKind ofFile(String path) {
        var rules = SavedCases.isAt(path) ? path.substring(SavedCases.FOLDER.length()) : path;
        return Stream.of(values())
                .filter(kind -> rules.startsWith(kind.folder()))
                .findFirst()
                .orElse(CREDIT);
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
