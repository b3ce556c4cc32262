package tallystick.application.market;

/** The identification number of a vehicle, ISO 3779: 17 characters, in some countries with a check digit in the ninth place. */
final class Vin {
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    /** What each letter from A to Z counts as; I, O and Q do not occur. */
    private static final String VALUES = "12345678012345070923456789";

    private Vin() {}

    static boolean isFormed(String vin) {
        return vin.matches("[A-HJ-NPR-Z0-9]{17}");
    }

    static boolean isChecked(String vin) {
        if (!isFormed(vin)) {
            return false;
        }
        var sum = 0;
        for (var n = 0; n < WEIGHTS.length; n++) {
            sum += WEIGHTS[n] * value(vin.charAt(n));
        }
        return vin.charAt(8) == "0123456789X".charAt(sum % 11);
    }

    private static int value(char c) {
        return c <= '9' ? c - '0' : VALUES.charAt(c - 'A') - '0';
    }
}
