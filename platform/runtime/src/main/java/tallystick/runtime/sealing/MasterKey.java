package tallystick.runtime.sealing;

import java.nio.ByteBuffer;
import java.util.Base64;
import javax.crypto.SecretKey;
import tallystick.kernel.Sha256;
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
        var context = Gcm.context("tallystick-master-key-id");
        var all =
                ByteBuffer.allocate(context.length + bytes.length).put(context).put(bytes);
        return "mk-" + Sha256.hex(all.array()).substring(0, 2 * ID_BYTES);
    }

    @Override
    public String toString() {
        return id;
    }
}
