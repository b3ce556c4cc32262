package tallystick.kernel;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Makes and checks the text of ids. It is {@code <kind>-<text>}, at most 64 characters of {@code [A-Za-z0-9._-]}, so it
 * is safe in a path, a file name and a header.
 */
public final class Ids {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]{0,15}");
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final int TIME_DIGITS = 11;
    private static final int RANDOM_DIGITS = 15;
    private static final int DERIVED_BYTES = 20;

    private Ids() {}

    /**
     * A new id such as {@code loan-01nd2k...}. Ids of one kind sort by their microsecond; 75 random bits keep those
     * of one microsecond apart on any number of nodes, also while the clock stands still.
     *
     * @param random must not be guessable where ids are seen by strangers: {@link java.security.SecureRandom}
     */
    public static String next(String kind, Instant now, RandomGenerator random) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        if (micros < 0 || micros >>> (TIME_DIGITS * Base32.BITS) != 0) {
            throw new IllegalArgumentException("Expected a time from 1970 to 3111; found %s.".formatted(now));
        }
        var text = new StringBuilder(known(kind)).append('-');
        Base32.appendNumber(text, micros, TIME_DIGITS);
        for (var i = 0; i < RANDOM_DIGITS; i++) {
            Base32.appendNumber(text, random.nextInt(Base32.SIZE), 1);
        }
        return text.toString();
    }

    /**
     * The id that always follows from the same parts, so that whoever repeats a step names the same thing. 160 bits of
     * SHA-256 over the kind and the parts, each behind its length: {@code ("ab", "c")} and {@code ("a", "bc")} differ.
     */
    public static String derived(String kind, String... parts) {
        var hash = sha256();
        add(hash, known(kind));
        for (var part : parts) {
            add(hash, part);
        }
        var text = new StringBuilder(kind).append('-');
        Base32.appendBytes(text, hash.digest(), DERIVED_BYTES);
        return text.toString();
    }

    /** Returns the text when it is an id of the kind; for the compact constructors of id records. */
    public static String require(String kind, String text) {
        if (!text.startsWith(known(kind) + "-")
                || text.length() == kind.length() + 1
                || !TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expected an id such as %s-1, at most 64 letters, digits, dots, dashes and underscores; found '%s'."
                            .formatted(kind, text.length() <= 64 ? text : text.substring(0, 64) + "..."));
        }
        return text;
    }

    private static String known(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "Expected a kind of 1 to 16 lower-case letters and digits; found '%s'.".formatted(kind));
        }
        return kind;
    }

    private static void add(MessageDigest hash, String part) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + part.length() * Character.BYTES);
        bytes.putInt(part.length());
        // UTF-16 as it is: UTF-8 would turn different broken surrogates into the same question mark.
        part.chars().forEach(unit -> bytes.putChar((char) unit));
        hash.update(bytes.flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
