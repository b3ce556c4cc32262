package tallystick.loan.engine;

/** Terms that cannot be: names the field and the rule it breaks. */
public final class TermsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String code;
    private final String expected;
    private final String found;

    /** @param field as callers name it, such as {@code firstDueDate} */
    public TermsRefused(String field, String code, String expected, String found) {
        super("%s must be %s; found %s.".formatted(field, expected, found), null, false, false);
        this.field = field;
        this.code = code;
        this.expected = expected;
        this.found = found;
    }

    public String field() {
        return field;
    }

    public String code() {
        return code;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
