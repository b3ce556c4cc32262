package tallystick.runtime.web;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tallystick.runtime.web.writes.AnswerSealer;

/** Turns every byte over, so that a test can see that nothing is stored in clear; its key is nobody's secret. */
final class PlainSealer implements AnswerSealer {
    @Override
    public byte[] seal(byte[] plain) {
        var sealed = plain.clone();
        for (var i = 0; i < sealed.length; i++) {
            sealed[i] ^= (byte) 0xff;
        }
        return sealed;
    }

    @Override
    public byte[] open(byte[] sealed) {
        return seal(sealed);
    }

    @Override
    public byte[] mac(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("test " + purpose).getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
