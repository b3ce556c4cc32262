package tallystick.bank.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys with which a bank signs, as Standard Webhooks writes them: {@code whsec_} for a shared secret (v1, HMAC-SHA256)
 * and {@code whpk_} for the bank's public key (v1a, Ed25519). Several are good at once while they change; each has a name by
 * its place, which says when the old one is not used any more.
 */
final class WebhookKeys {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int SHORTEST_SECRET = 24;
    private static final int PUBLIC_KEY = 32;

    /** What the standard form of a public key adds before its 32 bytes (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final List<Key> keys;

    private WebhookKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @throws IllegalArgumentException naming the setting, without its value */
    static WebhookKeys of(String setting, String list) {
        var keys = new ArrayList<Key>();
        for (var one : list.split(",", -1)) {
            keys.add(key(setting, one.strip()));
        }
        return new WebhookKeys(keys);
    }

    private static Key key(String setting, String text) {
        try {
            if (text.startsWith("whsec_")) {
                return Secret.of(Base64.getDecoder().decode(text.substring(6)));
            }
            if (text.startsWith("whpk_")) {
                return Public.of(Base64.getDecoder().decode(text.substring(5)));
            }
        } catch (IllegalArgumentException | GeneralSecurityException wrong) {
            throw refused(setting);
        }
        throw refused(setting);
    }

    private static IllegalArgumentException refused(String setting) {
        return new IllegalArgumentException(
                "%s: expected whsec_ with the base64 of at least 24 bytes, or whpk_ with that of 32; found another text."
                        .formatted(setting));
    }

    /** A key that signs or verifies. */
    private sealed interface Key {
        String version();

        boolean signed(byte[] content, byte[] signature) throws GeneralSecurityException;
    }

    private record Secret(SecretKeySpec key) implements Key {
        static Secret of(byte[] bytes) {
            if (bytes.length < SHORTEST_SECRET) {
                throw new IllegalArgumentException("Too short.");
            }
            return new Secret(new SecretKeySpec(bytes, "HmacSHA256"));
        }

        @Override
        public String version() {
            return "v1";
        }

        byte[] sign(byte[] content) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(content);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
            }
        }

        @Override
        public boolean signed(byte[] content, byte[] signature) {
            return MessageDigest.isEqual(sign(content), signature);
        }
    }

    private record Public(PublicKey key) implements Key {
        static Public of(byte[] bytes) throws GeneralSecurityException {
            if (bytes.length != PUBLIC_KEY) {
                throw new IllegalArgumentException("Another length.");
            }
            var encoded = Arrays.copyOf(ED25519, ED25519.length + PUBLIC_KEY);
            System.arraycopy(bytes, 0, encoded, ED25519.length, PUBLIC_KEY);
            return new Public(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        }

        @Override
        public String version() {
            return "v1a";
        }

        @Override
        public boolean signed(byte[] content, byte[] signature) throws GeneralSecurityException {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        }
    }

    /** What our own requests carry: one signature a shared secret, so that the bank may change its key first, or we. */
    String sign(String id, long seconds, byte[] body) {
        var signatures = keys.stream()
                .filter(Secret.class::isInstance)
                .map(key -> "v1," + Base64.getEncoder().encodeToString(((Secret) key).sign(content(id, seconds, body))))
                .collect(Collectors.joining(" "));
        if (signatures.isEmpty()) {
            throw new IllegalStateException("Expected a whsec_ key to sign with; found public keys only.");
        }
        return signatures;
    }

    /** The name of the key that signed it; empty when none did, or not within five minutes of now. */
    Optional<String> verify(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!timestamp.matches("[1-9][0-9]{0,11}")) {
            return Optional.empty();
        }
        var seconds = Long.parseLong(timestamp);
        var age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        if (age.compareTo(WINDOW.plusSeconds(1)) >= 0) {
            return Optional.empty();
        }
        var content = content(id, seconds, body);
        for (var n = 0; n < keys.size(); n++) {
            if (isSigned(keys.get(n), content, signatures)) {
                return Optional.of("%s-%d".formatted(keys.get(n).version(), n + 1));
            }
        }
        return Optional.empty();
    }

    /** A key is only asked about signatures of its own version. */
    private static boolean isSigned(Key key, byte[] content, String signatures) {
        for (var one : signatures.split(" ", -1)) {
            var comma = one.indexOf(',');
            if (comma > 0 && one.substring(0, comma).equals(key.version())) {
                try {
                    if (key.signed(content, Base64.getDecoder().decode(one.substring(comma + 1)))) {
                        return true;
                    }
                } catch (IllegalArgumentException | GeneralSecurityException noSignature) {
                    // Another one may be right.
                }
            }
        }
        return false;
    }

    private static byte[] content(String id, long seconds, byte[] body) {
        var head = "%s.%d.".formatted(id, seconds).getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** How many there are; never what they are. */
    @Override
    public String toString() {
        return keys.size() + " keys";
    }
}
