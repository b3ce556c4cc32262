package tallystick.application.market;

/** The check digit of card numbers, ISO/IEC 7812-1. */
final class Luhn {
    private Luhn() {}

    static boolean isRight(String digits) {
        var sum = 0;
        for (var n = 0; n < digits.length(); n++) {
            var digit = digits.charAt(digits.length() - 1 - n) - '0';
            var counted = n % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
