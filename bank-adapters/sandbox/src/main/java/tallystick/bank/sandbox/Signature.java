package tallystick.bank.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of Standard Webhooks, v1: HMAC-SHA256 over id, time stamp and body. Every key signs and every key verifies, so
 * that either side may change first while keys change.
 */
final class Signature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final List<byte[]> keys;

    private Signature(List<byte[]> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @param secrets one or more {@code whsec_...}, the newest first, parted by commas or spaces */
    static Signature of(String secrets) {
        return new Signature(Stream.of(secrets.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(Signature::key)
                .toList());
    }

    private static byte[] key(String secret) {
        try {
            var key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
            if (key.length >= 16) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, without the secret.
        }
        throw new IllegalArgumentException(
                "secret: expected whsec_ and the base64 of at least 16 bytes; found another text.");
    }

    /** The value of the header {@code webhook-signature}: one signature a key. */
    String sign(String id, long seconds, byte[] body) {
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, id, seconds, body)))
                .collect(Collectors.joining(" "));
    }

    /** The name of the key that signed it; empty when none did, or not within five minutes of now. */
    Optional<String> verify(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!timestamp.matches("[1-9][0-9]{0,11}")) {
            return Optional.empty();
        }
        var seconds = Long.parseLong(timestamp);
        var age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        return age.compareTo(WINDOW.plusSeconds(1)) >= 0
                ? Optional.empty()
                : IntStream.range(0, keys.size())
                        .filter(i -> signed(mac(keys.get(i), id, seconds, body), signatures))
                        .mapToObj(i -> "secret-" + (i + 1))
                        .findFirst();
    }

    private static boolean signed(byte[] expected, String signatures) {
        var good = false;
        for (var one : signatures.split(" ", -1)) {
            good |= one.startsWith("v1,") && MessageDigest.isEqual(expected, decoded(one.substring(3)));
        }
        return good;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] mac(byte[] key, String id, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update("%s.%d.".formatted(id, seconds).getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }
}
