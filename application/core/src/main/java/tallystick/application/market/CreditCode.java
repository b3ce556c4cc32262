package tallystick.application.market;

/** The unified social credit code of a Chinese organisation, GB 32100-2015: 17 characters and one that checks them. */
final class CreditCode {
    /** Without I, O, S, V and Z, which look like digits and other letters. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    static boolean isRight(String code) {
        return code.matches("[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}")
                && CHARACTERS.charAt(check(code)) == code.charAt(17);
    }

    /** Each place weighs three times as much as the one before, modulo 31. */
    private static int check(String code) {
        var sum = 0;
        var weight = 1;
        for (var n = 0; n < 17; n++) {
            sum += CHARACTERS.indexOf(code.charAt(n)) * weight;
            weight = weight * 3 % 31;
        }
        return (31 - sum % 31) % 31;
    }
}
