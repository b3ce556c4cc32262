package tallystick.loan.engine;

/**
 * Terms that no schedule follows from.
 *
 * <p>The message is a sentence for people: the field, what was found and the rule it breaks.
 */
public final class TermsNotPossible extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String rule;
    private final String found;

    /** @param field its path as in JSON, such as {@code rounding/mode} */
    public TermsNotPossible(String field, String rule, String found) {
        super("%s %s %s".formatted(field.replace('/', '.'), found, rule));
        this.field = field;
        this.rule = rule;
        this.found = found;
    }

    /** The same of terms that are a part of something. */
    TermsNotPossible within(String path) {
        return new TermsNotPossible(path + field, rule, found);
    }

    public String field() {
        return field;
    }

    public String rule() {
        return rule;
    }

    public String found() {
        return found;
    }
}
