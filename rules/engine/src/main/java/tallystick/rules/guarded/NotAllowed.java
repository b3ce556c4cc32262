package tallystick.rules.guarded;

/** The first thing in a rule file that is not allowed. Lines and columns count from 1. */
public final class NotAllowed extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final String code;
    private final String text;
    private final String remedy;

    NotAllowed(int line, int column, String code, String text, String remedy) {
        super("%s (line %d, column %d). %s".formatted(text, line, column, remedy));
        this.line = line;
        this.column = column;
        this.code = code;
        this.text = text;
        this.remedy = remedy;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public String remedy() {
        return remedy;
    }
}
