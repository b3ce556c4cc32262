package tallystick.runtime.sealing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Identifiers that people and companies are found by, and how each is written in one way only before it is hashed. */
public enum IdentifierKind {
    NATIONAL_ID(IdentifierKind::compact),
    PHONE(IdentifierKind::phone),
    DEVICE(String::strip),
    CARD(IdentifierKind::digits),
    EMAIL(text -> text.strip().toLowerCase(Locale.ROOT)),
    COMPANY_ID(IdentifierKind::compact),
    ACCOUNT(IdentifierKind::compact);

    private static final int MAINLAND_MOBILE = 11;

    @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
    private final UnaryOperator<String> form;

    IdentifierKind(UnaryOperator<String> form) {
        this.form = form;
    }

    /** The one way of writing it: full-width digits, spaces, dashes and case make no difference where they carry none. */
    public String normal(String text) {
        return form.apply(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** E.164; a mainland mobile number without its country gets it. */
    private static String phone(String text) {
        var digits = digits(text);
        if (text.strip().startsWith("+")) {
            return "+" + digits;
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        return (digits.length() == MAINLAND_MOBILE && digits.startsWith("1") ? "+86" : "") + digits;
    }
}
