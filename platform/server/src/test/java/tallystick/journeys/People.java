package tallystick.journeys;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers of people who do not exist: born on 7 March 1990, of one district, with a right check digit. */
public final class People {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private People() {}

    /** A PPS number: seven digits and the letter that checks them. */
    public static String nextInIreland() {
        var digits = "%07d".formatted(NEXT.incrementAndGet());
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            sum += (8 - i) * (digits.charAt(i) - '0');
        }
        return digits + "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23);
    }

    /** A card of a bank: its number ends with the digit that Luhn asks for. */
    public static String nextCard() {
        var digits = "622202020011" + "%06d".formatted(NEXT.incrementAndGet());
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** GB 11643: district, date of birth, serial number, check digit. */
    public static String next() {
        var serial = NEXT.incrementAndGet();
        var first = "%06d".formatted(110101 + serial / 1000) + "19900307" + "%03d".formatted(serial % 1000);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first.charAt(i) - '0');
        }
        return first + CHECKS.charAt(sum % CHECKS.length());
    }
}
