package tallystick.application.words;

import tallystick.runtime.masking.LogMask;
import tallystick.runtime.web.ValueNotAllowed;

/** What people write by hand and everybody reads for ever: so never a number that belongs to a person. */
public final class FreeText {
    private static final int LONGEST = 500;

    private FreeText() {}

    /** A reason for the record. */
    public static String reason(String text) {
        return of("/reason", text);
    }

    /** @throws ValueNotAllowed for blanks, too much, and what looks like an id, a phone, an account or an address */
    public static String of(String pointer, String text) {
        if (text.isBlank()) {
            throw ValueNotAllowed.at(pointer, "blank", "some words", "blanks");
        }
        if (text.length() > LONGEST) {
            throw ValueNotAllowed.at(pointer, "too-long", "at most %d characters".formatted(LONGEST), "more");
        }
        if (!LogMask.of(text).equals(text)) {
            throw ValueNotAllowed.at(
                    pointer, "personal-data", "words without numbers or addresses of people", "something like one");
        }
        return text;
    }
}
