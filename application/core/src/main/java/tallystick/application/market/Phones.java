package tallystick.application.market;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Telephone numbers of the whole world, by the numbering plans that libphonenumber knows. */
public final class Phones {
    public static final NumberForm FORM =
            new NumberForm("an international number such as +8613800138000", Phones::isRight);

    private Phones() {}

    private static boolean isRight(String text) {
        if (!text.matches("\\+[1-9][0-9]{6,14}")) {
            return false;
        }
        try {
            var plans = PhoneNumberUtil.getInstance();
            return plans.isValidNumber(plans.parse(text, null));
        } catch (NumberParseException no) {
            return false;
        }
    }
}
