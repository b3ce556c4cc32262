package tallystick.rules;

/** One thing to say about a rule file: where, what, and what to do. Lines and columns count from 1. */
public record Remark(Severity severity, String file, int line, int column, String code, String text, String remedy) {
    /** An error keeps a set from running; a warning is for its author to think about. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
