package tallystick.application.market;

/** The personal public service number of Ireland: seven digits, a letter that checks them, and often another one. */
final class PpsNumber {
    private static final String CHECKS = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final int SECOND_LETTER_WEIGHT = 9;

    private PpsNumber() {}

    static boolean isRight(String number) {
        if (!number.matches("[0-9]{7}[A-W][A-IW]?")) {
            return false;
        }
        var sum = 0;
        for (var n = 0; n < 7; n++) {
            sum += (number.charAt(n) - '0') * (8 - n);
        }
        // A W in second place is that of a married woman under the old rules, and weighs nothing.
        if (number.length() == 9 && number.charAt(8) != 'W') {
            sum += (number.charAt(8) - 'A' + 1) * SECOND_LETTER_WEIGHT;
        }
        return CHECKS.charAt(sum % CHECKS.length()) == number.charAt(7);
    }
}
