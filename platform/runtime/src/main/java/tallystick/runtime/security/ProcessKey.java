package tallystick.runtime.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that lives as long as this process: what it fingerprints cannot be guessed from a copy of memory alone later. */
final class ProcessKey {
    private final SecretKeySpec key;

    ProcessKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** A keyed fingerprint of these texts; lengths are part of it, so texts cannot slide into each other. */
    Fingerprint of(String... texts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String text : texts) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return new Fingerprint(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }

    /** Compares in constant time. */
    static final class Fingerprint {
        private final byte[] bytes;

        private Fingerprint(byte[] bytes) {
            this.bytes = bytes;
        }

        /** A number below {@code bound} that only this process can predict. */
        int below(int bound) {
            return Math.floorMod(hashCode(), bound);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fingerprint that && MessageDigest.isEqual(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return ByteBuffer.wrap(bytes).getInt();
        }
    }
}
