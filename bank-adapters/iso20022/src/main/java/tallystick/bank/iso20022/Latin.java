package tallystick.bank.iso20022;

import java.text.Normalizer;

/** Text as every bank can print it: the Latin set of the SEPA guidelines. What has no Latin form becomes a point. */
final class Latin {
    private Latin() {}

    static String of(String text, int most) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        var latin = bare.replaceAll("[^A-Za-z0-9/?:().,'+ -]", ".")
                .replaceAll("/{2,}", "/")
                .strip();
        // Neither at the beginning nor at the end: SEPA reads it as a code.
        var whole = latin.replaceAll("^/|/$", "");
        return whole.length() <= most ? whole : whole.substring(0, most).strip();
    }
}
