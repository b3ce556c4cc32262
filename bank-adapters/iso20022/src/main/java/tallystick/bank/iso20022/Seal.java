package tallystick.bank.iso20022;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides what the ledger keeps of people until their file has left, and proves that a message is one that this adapter
 * handed over. Two keys, made from one secret that all nodes share.
 */
final class Seal {
    private static final String PREFIX = "whsec_";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final byte[] hiding;
    private final byte[] proving;

    private Seal(byte[] secret) {
        this.hiding = mac(secret, "hide".getBytes(StandardCharsets.UTF_8));
        this.proving = mac(secret, "prove".getBytes(StandardCharsets.UTF_8));
    }

    /** @param secret {@code whsec_} and the base64 of at least 16 bytes */
    static Seal of(String secret) {
        try {
            var key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
            if (key.length >= 16) {
                return new Seal(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, without the secret.
        }
        throw new IllegalArgumentException(
                "secret: expected whsec_ and the base64 of at least 16 bytes; found another text.");
    }

    byte[] hide(byte[] clear) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var hidden = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(clear);
            return ByteBuffer.allocate(NONCE + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES.", impossible);
        }
    }

    byte[] open(byte[] hidden) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(hidden, NONCE))
                    .doFinal(hidden, NONCE, hidden.length - NONCE);
        } catch (GeneralSecurityException other) {
            throw new IllegalStateException("Expected what this secret has hidden; it is another one's.", other);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(hiding, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    String prove(String what) {
        return HexFormat.of().formatHex(mac(proving, what.getBytes(StandardCharsets.UTF_8)));
    }

    boolean isProven(String what, String proof) {
        return MessageDigest.isEqual(
                prove(what).getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] what) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(what);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }
}
