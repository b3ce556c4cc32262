package tallystick.rules.guarded;

/** What the texts in a rule file may be; tables hold to the same. */
public interface Vocabulary {
    boolean isFact(String name);

    boolean isNumber(String fact);

    boolean isCode(String text);

    /** Whether a customer may be told this. */
    boolean isSentence(String text);

    boolean isWord(String text);
}
