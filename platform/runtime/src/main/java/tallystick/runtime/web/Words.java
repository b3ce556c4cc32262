package tallystick.runtime.web;

import java.util.Locale;
import java.util.regex.Pattern;
import tallystick.runtime.masking.LogMask;

/** Small words of sentences that callers read. */
public final class Words {
    private static final int LONGEST = 40;
    private static final Pattern VOWEL = Pattern.compile("[aeio]|u(?!ser|ni).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Words() {}

    /** With its article: {@code a loan}, {@code an offer}. */
    public static String a(String noun) {
        return (VOWEL.matcher(noun).lookingAt() ? "an " : "a ") + noun;
    }

    /** {@code FundingLineId} as {@code funding line}. */
    public static String of(Class<?> id) {
        var name = id.getSimpleName().replaceFirst("Id$", "");
        return CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** What a caller sent, in quotes: cut, in one line, and without what looks personal. */
    public static String shown(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return "'" + LogMask.of(cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?")) + "'";
    }
}
