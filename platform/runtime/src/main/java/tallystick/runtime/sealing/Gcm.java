package tallystick.runtime.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM as we write it: a version byte, a random nonce, cipher text and tag. */
final class Gcm {
    static final int KEY_BYTES = 32;
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    static byte[] encrypt(SecretKey key, byte[] clear, byte[] context) {
        var nonce = random(NONCE);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            var sealed = ByteBuffer.allocate(1 + NONCE + cipher.getOutputSize(clear.length));
            return sealed.put(VERSION).put(nonce).put(cipher.doFinal(clear)).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES/GCM.", e);
        }
    }

    /** Throws {@link SealBroken} unless these bytes were made with this key for this context. */
    static byte[] decrypt(SecretKey key, byte[] sealed, byte[] context) {
        if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
            throw new SealBroken("Expected cipher text of version %d; found %d bytes of something else."
                    .formatted(VERSION, sealed.length));
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(sealed, 1, 1 + NONCE), context);
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException e) {
            throw new SealBroken("The cipher text was changed, or belongs to another key, subject or field.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES/GCM.", e);
        }
    }

    /** What a cipher text is bound to. Lengths are part of it, so parts cannot slide into each other. */
    static byte[] context(String... parts) {
        var text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static SecretKey newKey() {
        return key(random(KEY_BYTES));
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
