package tallystick.bank.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Standard Webhooks, v1 and v1a, with keys that overlap. */
class WebhookKeysTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SECONDS = 1_614_265_330L;
    private static final Instant NOW = Instant.ofEpochSecond(SECONDS);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    /** The example of the specification's reference libraries. */
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static Optional<String> verified(String keys, String signatures) {
        return WebhookKeys.of("keys", keys).verify(ID, Long.toString(SECONDS), signatures, BODY, NOW);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static String publicKey(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "whpk_" + Base64.getEncoder().encodeToString(raw);
    }

    private static String signed(KeyPair pair) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update("%s.%d.".formatted(ID, SECONDS).getBytes(StandardCharsets.UTF_8));
        signature.update(BODY);
        return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    }

    @Test
    void theSpecificationsExampleIsSignedAndVerified() {
        assertThat(WebhookKeys.of("secret", SECRET).sign(ID, SECONDS, BODY)).isEqualTo(SIGNED);
        assertThat(verified(SECRET, SIGNED)).contains("v1-1");
    }

    @Test
    void aPublicKeyVerifiesWhatItsOwnerSigned() throws GeneralSecurityException {
        var pair = pair();
        assertThat(verified(publicKey(pair), signed(pair))).contains("v1a-1");
        assertThat(verified(publicKey(pair()), signed(pair))).isEmpty();
    }

    @Test
    void rule16KeysOverlapWhileTheyChange() throws GeneralSecurityException {
        var old = pair();
        var keys = SECRET + "," + publicKey(old);
        assertThat(verified(keys, signed(old))).contains("v1a-2");
        assertThat(verified(keys, SIGNED)).contains("v1-1");
        assertThat(verified(keys, "v1,AAAA " + signed(old)))
                .as("one of several signatures")
                .contains("v1a-2");
    }

    @Test
    void rule16WhoeverStillHasTheOldKeyVerifiesWhatWeSign() throws GeneralSecurityException {
        var fresh = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        var signed = WebhookKeys.of("secret", fresh + "," + publicKey(pair()) + "," + SECRET)
                .sign(ID, SECONDS, BODY);
        assertThat(verified(SECRET, signed)).contains("v1-1");
        assertThat(verified(fresh, signed)).contains("v1-1");
    }

    @Test
    void aKeyIsNotAskedAboutAnotherVersion() throws GeneralSecurityException {
        var pair = pair();
        assertThat(verified(publicKey(pair), signed(pair).replace("v1a,", "v1,")))
                .isEmpty();
        assertThat(verified(SECRET, SIGNED.replace("v1,", "v1a,"))).isEmpty();
        assertThat(verified(SECRET, SIGNED.substring(3))).isEmpty();
    }

    @Test
    void rule16TheWindowIsFiveMinutes() {
        var keys = WebhookKeys.of("keys", SECRET);
        for (var late : List.of(-301, 302)) {
            assertThat(keys.verify(ID, Long.toString(SECONDS), SIGNED, BODY, NOW.plusSeconds(late)))
                    .isEmpty();
        }
        assertThat(keys.verify(ID, Long.toString(SECONDS), SIGNED, BODY, NOW.plusSeconds(300)))
                .isPresent();
        assertThat(keys.verify(ID, "0" + SECONDS, SIGNED, BODY, NOW)).isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutSayingIt() {
        for (var text : List.of("", "whsec_c2hvcnQ=", "whpk_c2hvcnQ=", "whsec_%%%", "secret")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WebhookKeys.of("keys", text))
                    .withMessageStartingWith("keys: expected whsec_");
        }
        assertThat(WebhookKeys.of("keys", SECRET).toString()).doesNotContain("MfKQ");
    }
}
