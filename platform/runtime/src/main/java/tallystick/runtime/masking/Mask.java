package tallystick.runtime.masking;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How much of a piece of personal data may be shown to who may not see it. */
public enum Mask {
    /** {@code Li Lei} as {@code L* L**}. */
    NAME(Mask::words),
    /** {@code 110105199003070025} as {@code 1101**********0025}. */
    NATIONAL_ID(text -> middle(text, 4, 4)),
    /** {@code +8613800138000} as {@code +86138****8000}. */
    PHONE(text -> middle(text, text.length() - 8, 4)),
    /** The last four digits. */
    CARD(text -> middle(text, 0, 4)),
    /** The last four characters. */
    ACCOUNT(text -> middle(text, 0, 4)),
    /** {@code li.lei@example.com} as {@code l***@example.com}. */
    EMAIL(Mask::email),
    /** Nothing at all, not even its length. */
    ALL(_ -> "***");

    private static final Pattern WORD = Pattern.compile("\\S+");

    @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
    private final UnaryOperator<String> hide;

    Mask(UnaryOperator<String> hide) {
        this.hide = hide;
    }

    public String of(String clear) {
        return hide.apply(clear);
    }

    /** Too short to keep anything: all stars. */
    private static String middle(String text, int first, int last) {
        int head = Math.max(0, first);
        int hidden = text.length() - head - last;
        return hidden < 4
                ? "*".repeat(text.length())
                : text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - last);
    }

    private static String words(String text) {
        return WORD.matcher(text).results().map(found -> word(found.group())).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters == 1 ? "*" : Character.toString(word.codePointAt(0)) + "*".repeat(letters - 1);
    }

    private static String email(String text) {
        int at = text.lastIndexOf('@');
        return at < 1 ? "***" : text.charAt(0) + "***" + text.substring(at);
    }
}
