package tallystick.runtime.sealing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import tallystick.runtime.security.SecurityRefused;

/**
 * A key that only wraps other keys.
 *
 * @param id tells master keys apart and nothing about the key
 */
record MasterKey(String id, SecretKey key) {
    private static final int ID_BYTES = 8;

    /** @param source where it was found, for the message when it cannot be one */
    static MasterKey of(String base64, String source) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == Gcm.KEY_BYTES) {
                return new MasterKey(id(bytes), Gcm.key(bytes));
            }
            throw new SecurityRefused(
                    "%s must be %d bytes in base64; found %d bytes. Make one with: openssl rand -base64 %d"
                            .formatted(source, Gcm.KEY_BYTES, bytes.length, Gcm.KEY_BYTES));
        } catch (IllegalArgumentException _) {
            throw new SecurityRefused(
                    "%s must be %d bytes in base64; found text that is not. Make one with: openssl rand -base64 %d"
                            .formatted(source, Gcm.KEY_BYTES, Gcm.KEY_BYTES));
        }
    }

    byte[] wrap(SecretKey other, byte[] context) {
        return Gcm.encrypt(key, other.getEncoded(), context);
    }

    SecretKey unwrap(byte[] wrapped, byte[] context) {
        return Gcm.key(Gcm.decrypt(key, wrapped, context));
    }

    private static String id(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Gcm.context("tallystick-master-key-id"));
            return "mk-" + HexFormat.of().formatHex(digest.digest(bytes), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
