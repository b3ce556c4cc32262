package tallystick.bank.iso20022;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** An account as a file names it: an IBAN with right check digits, or a bank's own number. Prints as nothing. */
record AccountNumber(String text, boolean isIban) {
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern OWN = Pattern.compile("[A-Z0-9]{4,34}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    /** @throws IllegalArgumentException without the text: it is personal data */
    static AccountNumber of(String written) {
        var text = written.replace(" ", "").toUpperCase(Locale.ROOT);
        if (IBAN.matcher(text).matches()) {
            if (!isChecked(text)) {
                throw new IllegalArgumentException("Expected an IBAN with right check digits; found others.");
            }
            return new AccountNumber(text, true);
        }
        if (!OWN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expected an IBAN or 4 to 34 letters and digits; found another account.");
        }
        return new AccountNumber(text, false);
    }

    /** ISO 13616: the first four at the end, letters as two digits, and one is left of 97. */
    private static boolean isChecked(String iban) {
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(CHECK).equals(BigInteger.ONE);
    }

    static boolean isBic(String text) {
        return BIC.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "(confidential)";
    }
}
