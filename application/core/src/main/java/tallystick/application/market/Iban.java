package tallystick.application.market;

import java.math.BigInteger;

/** An international bank account number, ISO 13616: the whole, with its country moved behind, is 1 modulo 97. */
final class Iban {
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    static boolean isRight(String iban) {
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") || (iban.startsWith("IE") && iban.length() != 22)) {
            return false;
        }
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
