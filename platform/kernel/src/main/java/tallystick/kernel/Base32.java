package tallystick.kernel;

/** Text that sorts as its bits do and has no letters that people mix up (Crockford's alphabet, lower case). */
final class Base32 {
    static final int BITS = 5;
    static final int SIZE = 1 << BITS;

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private Base32() {}

    static void appendNumber(StringBuilder text, long number, int digits) {
        for (var shift = (digits - 1) * BITS; shift >= 0; shift -= BITS) {
            text.append(DIGITS.charAt((int) (number >>> shift) & (SIZE - 1)));
        }
    }

    /** @param count how many of the bytes, a multiple of five so that no bits are left over */
    static void appendBytes(StringBuilder text, byte[] bytes, int count) {
        for (var i = 0; i < count; i += BITS) {
            long fortyBits = 0;
            for (var j = 0; j < BITS; j++) {
                fortyBits = (fortyBits << Byte.SIZE) | (bytes[i + j] & 0xff);
            }
            appendNumber(text, fortyBits, Byte.SIZE);
        }
    }
}
