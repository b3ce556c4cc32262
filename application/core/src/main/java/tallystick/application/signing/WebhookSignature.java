package tallystick.application.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Standard Webhooks, v1, as the banks' callbacks are signed: HMAC-SHA256 over id, time stamp and body. Every key signs and
 * every key verifies, so that either side may change first while keys change.
 */
final class WebhookSignature {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 16;

    private final List<byte[]> keys;

    private WebhookSignature(List<byte[]> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @param secrets one or more, parted by commas: {@code whsec_} and the base64 of at least 16 bytes */
    static WebhookSignature of(String secrets) {
        return new WebhookSignature(Arrays.stream(secrets.split(",", -1))
                .map(secret -> key(secret.strip()))
                .toList());
    }

    private static byte[] key(String secret) {
        if (secret.matches(PREFIX + "[A-Za-z0-9+/]+=*")) {
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            if (key.length >= SHORTEST) {
                return key;
            }
        }
        throw new IllegalArgumentException(
                "Expected a secret of %s and the base64 of at least %d bytes; found another text."
                        .formatted(PREFIX, SHORTEST));
    }

    /** One signature a key. */
    String sign(String id, Instant at, byte[] body) {
        return String.join(" ", signatures(id, Long.toString(at.getEpochSecond()), body));
    }

    private List<String> signatures(String id, String timestamp, byte[] body) {
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, id, timestamp, body)))
                .toList();
    }

    /** Whether one of the keys signed it, and not too long ago. */
    boolean isGood(Function<String, @Nullable String> headers, byte[] body, Instant now) {
        var id = headers.apply(ID);
        var timestamp = headers.apply(TIMESTAMP);
        var signatures = headers.apply(SIGNATURE);
        if (id == null || signatures == null || timestamp == null || !timestamp.matches("[1-9][0-9]{0,11}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        return age.compareTo(WINDOW) <= 0
                && signatures(id, timestamp, body).stream().anyMatch(right -> isAmong(signatures, right));
    }

    private static boolean isAmong(String signatures, String right) {
        var expected = right.getBytes(StandardCharsets.UTF_8);
        return Arrays.stream(signatures.split(" ", -1))
                .anyMatch(one -> MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mac(byte[] key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256.", missing);
        }
    }
}
